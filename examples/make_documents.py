"""Make the examples of other formats: a two-column PDF, a DOCX, a JSON Resume, a saved job page.

Run it in the project's environment. The people and employers in them do not exist.
"""

import io
import json
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pymupdf

HERE = Path(__file__).parent
BLUE = (0.10, 0.23, 0.36)
WHITE = (1, 1, 1)

SIDE = """Contact
Leeds, UK
0113 555 0182
tomasz.wilk@example.org

Skills
Fire alarm systems
Switchboards to 400 A
Emergency lighting
Nurse call (Ackermann)
Test instruments
Reading drawings

Certificates
18th Edition BS 7671
ECS Gold Card
IPAF 3a and 3b

Languages
Polish, English"""

MAIN = """Profile
Electrician with eleven years in schools, clinics and offices. I like old buildings,
tidy boards and a fault that nobody else could find.

Experience
Electrician, Brook & Sons, Leeds
April 2019 to today
• Installed and commissioned fire alarms in 14 schools, each during one summer break
• Found and cured nuisance trips at Seacroft clinic: 9 call-outs a month down to none
• Test and certify switchboards; 230 certificates in 2024, two of them queried
• Trained two apprentices, both passed AM2 at the first attempt

Electrician, Hallam Electrical, Sheffield
September 2014 to March 2019
• Rewired 40 council houses in two years with the tenants living in them
• Took over emergency lighting tests for nine offices and put them on one calendar

Education
NVQ Level 3 Electrotechnical, Leeds City College, 2014
Apprenticeship at Hallam Electrical, 2011 to 2014"""

HEADINGS = ("Contact", "Skills", "Certificates", "Languages", "Profile", "Experience", "Education")


def two_columns() -> bytes:
    """Draw a dark sidebar with white letters and the CV next to it, row by row down the page."""
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.draw_rect(pymupdf.Rect(0, 0, 185, 842), color=None, fill=BLUE)
    page.insert_text((205, 70), "Tomasz Wilk", fontsize=26, color=BLUE)
    page.insert_text((205, 90), "Electrician", fontsize=13)
    columns = [
        [(24, 130 + 15.5 * row, line, WHITE) for row, line in enumerate(SIDE.splitlines())],
        [(205, 130 + 17 * row, line, (0, 0, 0)) for row, line in enumerate(MAIN.splitlines())],
    ]
    for left, base, line, color in sorted(columns[0] + columns[1], key=lambda part: part[1]):
        is_heading = line in HEADINGS
        page.insert_text(
            (left, base),
            line,
            fontsize=13 if is_heading else 9.5,
            fontname="hebo" if is_heading else "helv",
            color=color if left < 100 or not is_heading else BLUE,
        )
    document.set_metadata({"title": "Curriculum vitae", "author": "Tomasz Wilk"})
    return bytes(document.tobytes(deflate=True, garbage=3, no_new_id=True))


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def paragraph(text: str, style: str = "", listed: bool = False, bold: bool = False) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if listed else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return (
        f"<w:p><w:pPr>{named}{numbered}</w:pPr>"
        f'<w:r>{weight}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def table(rows: list[tuple[str, str]]) -> str:
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "bottom", "insideH")
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{cells}</w:tbl>"


def word_document() -> bytes:
    """Write a DOCX with contact data in the page header and skills in a table, as in templates."""
    body = "".join(
        [
            paragraph("Profile", "Heading1"),
            paragraph(
                "Registered nurse with nine years in acute medicine and cardiology, the last three "
                "as deputy ward manager. Calm when it is full, careful when it is quiet."
            ),
            paragraph("Experience", "Heading1"),
            paragraph("Deputy Ward Manager, Cardiology, St Brendan's Hospital, Bristol", bold=True),
            paragraph("June 2022 to today"),
            paragraph("Run a 24-bed ward with 6 to 9 nurses a shift", listed=True),
            paragraph(
                "Brought falls down from 11 to 4 a quarter by hourly rounding, with the team's own "
                "checklist",
                listed=True,
            ),
            paragraph(
                "Rewrote the handover sheet; late medication fell by a third in two months",
                listed=True,
            ),
            paragraph("Staff Nurse, Acute Medical Unit, Royal Severn Infirmary", bold=True),
            paragraph("September 2016 to May 2022"),
            paragraph("Triage and first hours of 20 to 30 admissions a day", listed=True),
            paragraph("Mentor for eleven students; sign-off mentor since 2019", listed=True),
            paragraph("Skills", "Heading1"),
            table(
                [
                    ("Clinical", "ECG, telemetry, IV therapy, NIV, ALS provider"),
                    ("Systems", "EPIC, Datix, eRostering"),
                    ("Languages", "English, Igbo, some Polish"),
                ]
            ),
            paragraph("Education", "Heading1"),
            paragraph("BSc Adult Nursing, University of the West of England, 2016"),
            '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>'
            '<w:footerReference w:type="default" r:id="rId2"/></w:sectPr>',
        ]
    )
    opened = f'xmlns:w="{W}" xmlns:r="{OFFICE}"'
    declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    header = paragraph("Amara Okafor", "Title") + paragraph(
        "Bristol · amara.okafor@example.org · 0117 555 0144 · NMC PIN 14A0000E"
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for name, label, size in (("Heading1", "heading 1", 28), ("Title", "Title", 40))
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    parts = ("header", "footer", "styles", "numbering")
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{name}+xml"/>'
            for name in parts
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
            for number, name in enumerate(parts, start=1)
        )
        + "</Relationships>",
        "word/document.xml": f"<w:document {opened}><w:body>{body}</w:body></w:document>",
        "word/header.xml": f"<w:hdr {opened}>{header}</w:hdr>",
        "word/footer.xml": f"<w:ftr {opened}>{paragraph('References on request')}</w:ftr>",
        "word/styles.xml": f"<w:styles {opened}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {opened}>{numbering}</w:numbering>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 22, 9, 0, 0)), declared + content)
    return made.getvalue()


RESUME = {
    "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    "basics": {
        "name": "Priya Raman",
        "label": "Management accountant",
        "email": "priya.raman@example.org",
        "phone": "+44 161 555 0120",
        "location": {"city": "Manchester", "region": "England", "countryCode": "GB"},
        "summary": "Part-qualified accountant who closes a month in four days and can say what the "
        "numbers mean to people who do not like numbers.",
        "profiles": [{"network": "LinkedIn", "username": "priya-raman-example"}],
    },
    "work": [
        {
            "name": "Northmoor Foods Ltd",
            "position": "Assistant Management Accountant",
            "location": "Manchester",
            "startDate": "2021-05",
            "summary": "Monthly accounts of three bakeries with a turnover of £38m.",
            "highlights": [
                "Cut the month-end close from nine working days to four",
                "Found £214,000 of duplicate supplier invoices in the first year",
                "Built the weekly margin report that the bakery managers read on Mondays",
            ],
        },
        {
            "name": "Calder & Rowe",
            "position": "Accounts Assistant",
            "startDate": "2018-09",
            "endDate": "2021-04",
            "highlights": ["Purchase ledger of 600 invoices a month", "VAT returns for 40 clients"],
        },
    ],
    "education": [
        {
            "institution": "University of Leeds",
            "area": "Economics",
            "studyType": "BSc",
            "startDate": "2015",
            "endDate": "2018",
            "score": "2:1",
        }
    ],
    "certificates": [{"name": "CIMA, 11 of 16 papers", "issuer": "CIMA", "date": "2026-05"}],
    "skills": [
        {"name": "Systems", "keywords": ["Sage 200", "Xero", "Power BI"]},
        {"name": "Excel", "level": "Expert", "keywords": ["Power Query", "models"]},
    ],
    "languages": [
        {"language": "English", "fluency": "Native"},
        {"language": "Tamil", "fluency": "Fluent"},
    ],
    "volunteer": [
        {
            "organization": "Moss Side Food Bank",
            "position": "Treasurer",
            "startDate": "2022",
            "summary": "Accounts and grant reports, £90,000 a year.",
        }
    ],
    "interests": [{"name": "Fell running"}],
    "x-availability": {"notice": "one month"},
}

POSTING = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Deputy Ward Manager, Cardiology",
    "hiringOrganization": {"@type": "Organization", "name": "Avonmouth General Hospital"},
    "jobLocation": {
        "@type": "Place",
        "address": {"addressLocality": "Bristol", "addressCountry": "GB"},
    },
    "employmentType": ["FULL_TIME", "PERMANENT"],
    "datePosted": "2026-11-10",
    "validThrough": "2026-12-15",
    "description": "<p>Our 28-bed cardiology ward looks for a deputy manager who leads from the "
    "floor.</p><h3>What you will do</h3><ul><li>Lead shifts of eight nurses and three healthcare "
    "assistants</li><li>Own rostering, appraisals and two audits a quarter</li><li>Teach students "
    "and newly qualified nurses</li></ul><h3>What you need</h3><ul><li>NMC registration</li><li>At "
    "least three years in cardiology or acute medicine</li><li>Experience of leading shifts</li>"
    "<li>Sound judgement with deteriorating patients &amp; their families</li></ul><h3>Nice to "
    "have</h3><ul><li>ALS provider</li><li>A quality improvement project of your own</li></ul>"
    "<p>Band 6, £39,959 to £48,117 a year. Interviews on 18 December.</p>",
}


def job_page() -> str:
    data = json.dumps(POSTING, ensure_ascii=False).replace("</", "<\\/")
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Deputy Ward Manager, Cardiology | HealthJobs South West</title>
<script type="application/ld+json">{data}</script>
<script>window.analytics = {{"page": "job"}};</script>
<style>nav a {{ color: #fff; }}</style>
</head>
<body>
<div id="cookie-banner" role="dialog">
<p>We value your privacy. We and our 814 partners use cookies.</p>
<button>Accept all</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/jobs">All jobs</a></li><li><a href="/login">Sign
in</a></li></ul></nav>
<main>
<article>
<h1>{POSTING["title"]}</h1>
<p class="employer">Avonmouth General Hospital, Bristol</p>
{POSTING["description"]}
</article>
</main>
<aside class="similar-jobs"><h2>Similar jobs</h2><ul><li><a href="/job/2">Staff Nurse, Endoscopy,
Bath</a></li><li><a href="/job/3">Theatre Practitioner, Cheltenham</a></li></ul></aside>
<footer><p>© 2026 HealthJobs South West.
<a href="/terms">Terms</a> <a href="/privacy">Privacy</a></p>
</footer>
</body>
</html>
"""


def main() -> None:
    (HERE / "cv-two-columns.pdf").write_bytes(two_columns())
    (HERE / "cv.docx").write_bytes(word_document())
    resume = json.dumps(RESUME, ensure_ascii=False, indent=2) + "\n"
    (HERE / "cv.json").write_text(resume, encoding="utf-8")
    (HERE / "job.html").write_text(job_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
