"""Text in a document that reads like an order to a program: found to be reported, never obeyed."""

import re

from interview_cli.english.words import sentences

_WHO = r"(?:candidate|applicant|cv|resume|résumé|application|answers?|him|her|me)"
_MARK = r"(?:scores?|marks?|points?|ratings?|grades?|stars?|100|out of|5/5|10/10)"
_BEST = rf"(?:{_MARK}|high\w*|maximum|full|top|perfect|best|excellent|outstanding)"
_AI = r"(?:ai|llms?|language models?|chatbots?|ai (?:models?|systems?|assistants?|reviewers?))"
_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\s+(?:[\w']+\s+){0,5}"
    r"(?:instructions?\b|prompts?\b|guidelines\b|directives\b|above\b"
    r"|previous\b(?=\s*(?:[.,;:!]|and\b|$)))"
    rf"|\b(?:give|award|assign)\s+(?:[\w']+\s+){{0,2}}{_WHO}\b[^.!?\n]{{0,40}}\b{_MARK}"
    rf"|\b(?:rate|grade|score|rank|mark|evaluate|judge)\s+(?:this|the|my)\s+(?:\w+\s+)?{_WHO}\b"
    rf"(?!\s+(?:experience|journey|pool))[^.!?\n]{{0,40}}\b{_BEST}"
    r"|(?:^\W*|[.!?:]\s*)(?:please\s+)?(?:recommend|hire|shortlist|advance)\s+"
    r"this\s+(?:\w+\s+)?(?:candidate|applicant|application)\b"
    r"|\byou\s+are\s+(?:now\s+)?(?:an?|the)\s+(?:[\w-]+\s+)?"
    r"(?:ai|ai assistant|assistant|language model|llm|grader|chatbot)"
    r"(?=\s*(?:[.,;:!]|$|that\b|who\b|model\b|and\b))"
    rf"|\b(?:note|message|attention|instructions?)\s+(?:to|for)\s+(?:the\s+|any\s+|all\s+)?{_AI}"
    rf"\s*(?:[:,.!]|$)|\battention,?\s+(?:all\s+)?{_AI}\b"
    r"|\b(?:reveal|print|repeat|output)\s+(?:[\w']+\s+){0,3}"
    r"(?:system prompt|your (?:instructions|prompt))\b"
    r"|\b(?:new|updated)\s+(?:system\s+)?instructions?\s*:"
    r"|\b(?:ai|llm|assistant|system(?: prompt)?)\s*:\s*"
    r"(?:you|give|rate|ignore|set|output|please|must)\b"
    r"|\b(?:ignore|disregard|forget)\s+(?:[\w']+\s+){0,3}(?:prior|previous|earlier|preceding)\s+"
    r"(?:text|content|context|messages?|conversation)\b"
    r"|\b(?:set|make)\s+(?:all|every|the)\s+(?:ratings?|scores?)\b"
    r"|\b(?:output|return)\s+(?:an?\s+|the\s+)?(?:score|rating)\s+(?:of\s+)?\d"
    r"|\bonly\s+praise\s+(?:this|the)\s+(?:candidate|applicant)\b"
    r"|\b(?:bewerten?|gib|geben)\s+(?:sie\s+)?(?:diese[nm]?|de[nmr])\s+"
    r"(?:kandidat|bewerber)\w*\b[^.!?\n]{0,40}\b(?:punkt\w*|note|best\w*|100)"
    r"|<<<\s*(?:BEGIN|END)\b|<\|im_(?:start|end)\|>|\[/?INST\]|</?(?:system|instructions?)>"
    r"|\bignorier\w*\s+(?:\w+\s+){0,5}(?:anweisung\w*|vorgaben|regeln|obige\w*|vorherige\w*)"
    r"|\bignore[rz]?\s+(?:[\w']+\s+){0,5}(?:consignes?|instructions?)"
    r"|\bignor[ae]n?\s+(?:\w+\s+){0,5}(?:instrucciones|istruzioni|instruções|anteriore?s?)",
    re.IGNORECASE | re.MULTILINE,
)
_WRAPPED = re.compile(r"(?<=[a-z,])\n(?=[a-z0-9])")
"""The end of a line in the middle of a sentence, as a PDF has it."""
_MAX_REPORTED = 3
_MAX_CHARS = 160


def find_instructions(document: str) -> list[str]:
    """The first three sentences that read like orders, each cut to 160 characters."""
    whole = sentences(_WRAPPED.sub(" ", document))
    found = [" ".join(one.split()) for one in whole if _ORDERS.search(one)]
    return [
        one if len(one) <= _MAX_CHARS else f"{one[:_MAX_CHARS].rsplit(' ', 1)[0]} …"
        for one in found[:_MAX_REPORTED]
    ]
