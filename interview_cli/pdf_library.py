"""PyMuPDF without its search for tables: that takes 5 ms to import, and few pages need it.

Who needs it imports `pymupdf.table`.
"""

from interview_cli.left_out import leave_out

with leave_out("pymupdf.table"):
    import pymupdf as pymupdf
