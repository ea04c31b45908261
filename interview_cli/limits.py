"""Limits, sizes and defaults that hold for everybody."""

from datetime import timedelta

SCHEMA_VERSION = 6

MAX_NAME_CHARS = 200
"""Maximum length of a title or company name after stripping."""
DEFAULT_QUESTIONS = 8
MAX_QUESTIONS = 20
"""Most questions that one interview asks."""
MAX_IMPORTED_QUESTIONS = 100
"""Most questions of an interview that was held elsewhere."""
MAX_SAMPLES = 9
"""Most reviews that one feedback is made of."""
MAX_POINTS = 3
"""Strengths and weaknesses of one interview: what somebody can keep in mind for the next."""
MAX_CV_IMPROVEMENTS = 6
"""The most CV improvements: people cannot work on more."""
MAX_ANSWER_CHARS = 50_000
MAX_ANSWER_BYTES = 1_000_000
"""Bytes read of one answer before it is refused; 50,000 characters take at most 200,000."""
MIN_DOCUMENT_CHARS = 50
MAX_DOCUMENT_CHARS = 200_000
MAX_DOCUMENT_BYTES = 16_000_000
MAX_DOCUMENT_PAGES = 100
MAX_UNPACKED_BYTES = 50_000_000
"""Maximum size of a DOCX or ODT archive after unpacking."""
SHORT_ID_CHARS = 8
MIN_ID_PART_CHARS = 4
"""Minimum length of the beginning or end of an id that stands for the id."""
LISTING_ROWS = 20
"""Sessions that a listing shows unless all are requested."""
EXPIRY_WARNING = timedelta(hours=3)
"""A session is marked when less time than this is left."""
COLLECT_INTERVAL = timedelta(hours=1)
"""Minimum time between two automatic collections of expired sessions."""
