"""The control words of RTF that stand for characters, places of text and encodings."""

from interview_cli.documents.table_text import CELL_END, ROW_END

CHARACTERS = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "column": "\n", "softline": "\n",
    "softpage": "\n", "softcol": "\n", "tab": "\t", "cell": CELL_END, "nestcell": CELL_END,
    "row": ROW_END, "nestrow": ROW_END, "emdash": "—", "endash": "–", "emspace": " ",
    "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "zwj": "\u200d", "zwnj": "\u200c",
}  # fmt: skip
"""Control words that write a character."""

READ_PLACES = {
    "headerf": "", "header": "", "headerl": "", "headerr": "", "shptxt": "", "body": "",
    "footnote": "", "footerf": "", "footer": "", "footerl": "", "footerr": "",
}  # fmt: skip
"""Groups whose text is read, in the order in which it is returned."""
WRITING_PLACES = frozenset(READ_PLACES)

SKIPPED_GROUPS = {
    **dict.fromkeys(
        (
            "stylesheet", "info", "pict", "nonshppict", "template", "filetbl", "listtable",
            "listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl", "themedata",
            "colorschememapping", "latentstyles", "datastore", "objdata", "objclass", "objname",
            "bkmkstart", "bkmkend", "atnid", "atnauthor", "atntime", "atnref", "atndate",
            "atnparent", "atrfstart", "atrfend", "ftnsep", "ftnsepc", "ftncn", "aftnsep",
            "aftnsepc", "aftncn", "tc", "tcn", "xe", "rxe", "pnseclvl", "sp", "shprslt",
            "nonesttables", "nesttableprops", "datafield", "ffname", "ffentrymcr", "ffexitmcr",
            "ffhelptext", "ffstattext", "ffformat", "mmathPr", "pgdsctbl", "upr", "panose",
            "falt", "fontemb", "userprops", "docvar", "wgrffmtfilter", "background",
        ),
        "",
    ),
    "fonttbl": "fonttbl",
    "colortbl": "colortbl",
    "annotation": "annotation",
}  # fmt: skip
"""Groups whose text is not text of the document, with the place that it goes to."""

CODE_PAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
r"""The encodings of \fcharset."""
