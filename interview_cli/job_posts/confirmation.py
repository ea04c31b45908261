"""Whether a message is a yes to what was shown, and nothing else: in English, and yes in others."""

import re

_YES = (
    r"yes|yep|yeah|yup|ok|okay|sure|perfect|great|excellent|good|fine|correct|right|exactly|agreed"
    r"|confirm(?:ed)?|i confirm|approved?|i approve|go ahead|all good|done|finished"
    r"|(?:it |that |this |the post |everything )?(?:all )?looks? "
    r"(?:good|great|fine|perfect|right|ok(?:ay)?)"
    r"|(?:it|that|this|all|everything)(?:['’]s| is) "
    r"(?:it|all|right|correct|fine|good|great|perfect|ok(?:ay)?)"
    r"|lgtm|y|👍|sounds (?:good|great)|that works|works for me|go on"
    r"|no (?:more )?changes?|nothing (?:to change|else|to add)"
    r"|(?:please )?(?:publish|post|create|complete|finish|save|ship|submit)"
    r"(?: it| this| the post| that)?"
    r"|ja|oui|s[ií]|sim|tak|da|evet|na[’']?am|نعم|是|好|はい|हाँ|vâng|có"
)
_FILLERS = (
    r"please|to me|ready|now|then|so|and|very|really|for me|with that|to go|i think"
    r"|thanks?(?: you)?(?: very much| so much)?(?: for (?:helping|your help))?"
)
_CONSENT = re.compile(rf"\W*(?:(?:{_YES}|{_FILLERS})(?!\w)\W*)+", re.IGNORECASE)
_ANY_YES = re.compile(rf"(?<!\w)(?:{_YES})(?!\w)", re.IGNORECASE)
_MAX_WORDS = 12


def is_consent(message: str) -> bool:
    """Whether the whole message says yes; "the post should be ready by May" does not."""
    if "?" in message or len(message.split()) > _MAX_WORDS:
        return False
    return bool(_CONSENT.fullmatch(message.strip())) and bool(_ANY_YES.search(message))
