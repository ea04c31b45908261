"""A paper in a CV that may be the one that a job asks for, under another name."""

from interview_cli.requirements.paper_families import find_kin
from interview_cli.requirements.requirement import Requirement
from tests.cases import each

CV = "Ann Smith\n\nExperience\nWorker, Smith & Co, 2019 to now\n- Loaded vans\n\nCertificates\n"


@each(
    ("paper", "line", "name"),
    [
        ("NVQ Level 2", "C&G 6189 Level 3 Diploma (2013)", "a C&G 6189 Level 3 Diploma"),
        (
            "CIPD Level 5",
            "Intermediate Diploma in Human Resource Management",
            "an Intermediate Diploma in Human Resource Management",
        ),
        (
            "CIPS Level 4",
            "Admitted full member, Kenya Institute of Supplies Management",
            "Kenya Institute of Supplies Management",
        ),
        ("QQI Level 7", "BA (Level 7) in Applied Addiction Studies, 2023", None),
        ("SIA licence", "PSIRA Grade C, valid to 2027", "PSIRA Grade C"),
        (
            "AFOL certificate",
            "Registered veterinary nurse since 2019",
            "“Registered veterinary nurse”",
        ),
        ("CIEH Level 2", "ServSafe certificate", "a ServSafe certificate"),
    ],
)
def test_what_may_be_the_paper_is_found(paper: str, line: str, name: str | None) -> None:
    kin = find_kin(Requirement(paper, paper, is_must=True), CV + line)
    assert kin is not None
    assert kin.name == name


@each(
    ("paper", "line"),
    [
        ("TABC certification", "First aid certificate, 2024"),
        ("NVQ Level 2 in Plumbing", "BTEC Level 3 in Childcare, 2019"),
        ("COREN registration", "B.Eng. Mechanical Engineering, 2015"),
        ("SIA licence", "No PSIRA card"),
        ("SIA licence", "SIA licence, valid to 2027"),
    ],
)
def test_a_paper_of_another_subject_is_no_kin(paper: str, line: str) -> None:
    assert find_kin(Requirement(paper, paper, is_must=True), CV + line) is None
