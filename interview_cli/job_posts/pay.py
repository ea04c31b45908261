"""Pay, as people write it: "2-3k JOD a month", "€60,000–75,000", "60k", "£45/hour"."""

import re
from dataclasses import dataclass

from interview_cli.vocabulary import SalaryUnit


@dataclass(frozen=True)
class Pay:
    """An amount, or a range: either end may be open. `currency` is ISO 4217; it and `unit` are
    empty where they were not said. `words` are those that say it, as they were written."""

    minimum: float | None
    maximum: float | None
    currency: str
    unit: SalaryUnit
    words: str


_SYMBOLS = {
    "€": "EUR",
    "£": "GBP",
    "AU$": "AUD",
    "A$": "AUD",
    "CA$": "CAD",
    "C$": "CAD",
    "NZ$": "NZD",
    "US$": "USD",
    "$": "USD",
    "₹": "INR",
}
_NAMES = {
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "quid": "GBP",
    "dollars": "USD",
    "dinars": "",
    "dinar": "",
}
# Not those that are words of English, as ALL or TRY.
_CODES = (
    r"AED|AUD|BDT|BGN|BHD|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|DZD|EGP|ETB|EUR|GBP|GEL|GHS|HKD"
    r"|HUF|IDR|ILS|INR|IQD|JOD|JPY|KES|KRW|KWD|KZT|LBP|LKR|MAD|MXN|MYR|NGN|NOK|NPR|NZD|OMR"
    r"|PEN|PHP|PKR|PLN|QAR|RON|RSD|RUB|SAR|SEK|SGD|THB|TND|TRY|TWD|TZS|UAH|UGX|USD|UYU|UZS"
    r"|VND|XAF|XOF|ZAR|ZMW"
)
_UNITS: tuple[tuple[SalaryUnit, str], ...] = (
    ("HOUR", r"hour|hourly|hr|hrs|h|ph|p/h"),
    ("DAY", r"day|daily"),
    ("WEEK", r"week|weekly|wk"),
    ("MONTH", r"month|monthly|mo|pcm|pm"),
    ("YEAR", r"year|yearly|annum|annual|annually|yr|pa|p\.a\."),
)

_MONEY = rf"(?:(?:US|AU|CA|NZ|A|C)\$|[€£$₹]|(?:{_CODES}|{'|'.join(_NAMES)})\b)"
_AMOUNT = r"\d{1,3}(?:[,.  '’ ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?"
_PAY = re.compile(
    rf"""
    (?P<open>\b(?:up\ to|at\ most|max(?:imum)?(?:\ of)?|from|at\ least|min(?:imum)?(?:\ of)?
        |starting\ (?:at|from))\s+)?
    (?P<before>{_MONEY})?\s?
    (?<![\w.,-])(?P<low>{_AMOUNT})(?:\s?(?P<low_k>k\b|thousand\b|grand\b))?(?:\s?(?P<low_money>{_MONEY})(?!\s?\d))?
    (?:\s?(?:-|–|—|to|and|until)\s?(?P<middle>{_MONEY})?\s?
       (?P<high>{_AMOUNT})(?:\s?(?P<high_k>k\b|thousand\b|grand\b))?)?(?!\s?(?:m|mn|million|bn)\b|[,.]\d)
    (?P<plus>\+)?
    (?:\s?(?P<after>{_MONEY})(?!\s?\d))?
    (?:\s*(?:gross|net|brutto|before\ tax))?
    (?:\s*(?:/|\b(?:per|an?|each|every|p)\s)\s*(?P<unit>[a-z.]+)
       |\s+(?P<adverb>hourly|daily|weekly|monthly|yearly|annually|annual|pa\b|p\.a\.|pcm\b|ph\b|p/h|hr\b)
       |(?P<run_on>ph|pa|pcm|pm)\b)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SURELY_PAY = 500
"""So much a month, or a year, is hardly anything else."""
_LEAST_AN_HOUR = 5
_NO_PAY_BEHIND = re.compile(
    r"^\W*(?:sign[- ]?on|signing|joining|bonus|gift|voucher|commission"
    r"|per (?:customer|deal|order))",
    re.IGNORECASE,
)
_NO_PAY_BEFORE = re.compile(
    r"\b(?:budgets? of|deals?(?: size)?(?: of)?|portfolio of|revenue of|turnover of|worth(?: of)?"
    r"|sales of|manag\w+(?: a)?)\s*$",
    re.IGNORECASE,
)
_ABOUT_PAY = re.compile(
    r"\b(?:salary|pay|pays|paid|wage|wages|budget|compensation|rate|remuneration|earn|earns|offer)\b",
    re.IGNORECASE,
)


def pay_said(text: str, asked: bool = False) -> Pay | None:
    """The first pay that a text names, if it names one.

    A number without a currency is pay only where the text speaks of pay, or where pay was `asked`
    for, or beside a unit of time and in thousands: "60k users" and "5 days a week" are none.
    """
    for match in _PAY.finditer(text):
        pay = _pay(match)
        if pay and _is_pay(match, pay, text, asked):
            return pay
    return None


def _is_pay(match: re.Match[str], pay: Pay, text: str, asked: bool) -> bool:
    if _NO_PAY_BEHIND.match(text[match.end() :]) or _NO_PAY_BEFORE.search(text[: match.start()]):
        return False
    if pay.currency or _money_named(match):
        return True
    thousands = bool(match["low_k"] or match["high_k"])
    amount = pay.maximum or pay.minimum or 0
    if thousands and (pay.unit or asked or match[0].strip() == text.strip(" .!")):
        return True
    if pay.unit and (amount >= _SURELY_PAY or (pay.unit == "HOUR" and amount >= _LEAST_AN_HOUR)):
        return True
    is_range = pay.minimum != pay.maximum and pay.minimum is not None and pay.maximum is not None
    if (
        thousands
        and is_range
        and re.match(r"\s*(?:$|[.,;:)+]|plus\b|per\b|a year)", text[match.end() :])
    ):
        return True
    return (asked or bool(_ABOUT_PAY.search(text))) and (
        thousands or amount >= 100 or bool(pay.unit)
    )


def _money_named(match: re.Match[str]) -> bool:
    return any(match[name] for name in ("before", "low_money", "middle", "after"))


def _pay(match: re.Match[str]) -> Pay | None:
    low = _number(match["low"])
    high = _number(match["high"]) if match["high"] else None
    if match["high_k"]:
        high = (high or 0) * 1000
        low = low * 1000 if match["low_k"] or low < 1000 else low
    elif match["low_k"]:
        low *= 1000
        high = high * 1000 if high is not None and high < 1000 else high
    minimum: float | None = low
    maximum = high if match["high"] else low
    opened = (match["open"] or "").lower()
    if not match["high"]:
        if opened.startswith(("up", "at most", "max")):
            minimum = None
        elif opened or match["plus"]:
            maximum = None
    if minimum is not None and maximum is not None and minimum > maximum:
        return None
    return Pay(minimum, maximum, _currency(match), _unit(match), match[0].strip())


def _number(digits: str) -> float:
    """A number with separators of any country: three digits after one make thousands."""
    whole = re.sub(r"[,.  '’ ](?=\d{3}(?:\D|$))", "", digits)
    return float(whole.replace(",", "."))


def _currency(match: re.Match[str]) -> str:
    for name in ("before", "low_money", "middle", "after"):
        money = match[name]
        if money:
            known = _SYMBOLS.get(money.upper()) or _NAMES.get(money.lower())
            return known if known is not None else money.upper()
    return ""


def _unit(match: re.Match[str]) -> SalaryUnit:
    said = (match["unit"] or match["adverb"] or match["run_on"] or "").lower()
    for unit, pattern in _UNITS:
        if re.fullmatch(pattern, said) or re.fullmatch(pattern, said.rstrip(".")):
            return unit
    return ""
