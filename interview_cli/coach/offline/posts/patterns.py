"""How employers say that a field is meant: cues, labels, lists. Data for `reading`."""

import re

CORRECTS = re.compile(
    r"\b(?:actually|instead|rather|change|make (?:it|that|the)|should be|correct|correction|sorry"
    r"|no,|no longer|switch|update|replace|wrong|i meant?|set|call it|rename|not)\b",
    re.IGNORECASE,
)
REMOVES = re.compile(
    r"\b(?:drop|remove|delete|take out|leave out|strike|scrap|forget(?: about)?|without"
    r"|no need for|(?:do not|don't|don’t|no longer) (?:need|want|require|offer|list|mention)"
    r"|get rid of|omit)\s+(?P<what>(?:(?!,? (?:and |but )?add )[^.;!?\n])+"
    r"(?:\.\w+(?:(?!,? (?:and |but )?add )[^.;!?\n])*)*)",
    re.IGNORECASE,
)
SWAPS = re.compile(
    r"\b(?:replace|swap|change)\s+(?P<old>[^;,\n]{1,60}?)\s+(?:with|for|by|to)\s+"
    r"(?P<new>[^;\n]{1,60})"
    r"|(?P<new2>[\w.+#/ ]{1,40}?)\s+instead of\s+(?P<old2>[\w.+#/ ]{1,40})",
    re.IGNORECASE,
)
MARK = r"^\s*(?:#{1,6}\s*)?(?:\*\*)?(?P<label>[A-Za-z][\w'’/& -]{1,40}?)(?:\*\*)?\s*"
LABEL = re.compile(rf"{MARK}[:：](?:\*\*)?\s*(?P<rest>.*)$")
HEADING = re.compile(rf"{MARK}$")
SENTENCE = r"(?P<what>[^\n]+?)(?=[.!?](?:\s|$)|\n|$)"
DUTIES = re.compile(
    r"\b(?:(?:they|he|she|you|the (?:person|candidate|successful \w+|new \w+|role|job|\w+er|nurse)"
    r"|who)(?:['’]ll| will)(?: also)?(?: mainly| mostly)?(?: be)?"
    r"(?: responsible for| in charge of)?"
    r"|(?:someone|somebody|a person|people) (?:to|who will|who can)"
    r"|responsib(?:le|ilities (?:are|include))(?: for)?|duties (?:are|include)"
    r"|tasks (?:are|include)|in charge of|day[- ]to[- ]day(?: work)? (?:is|includes))\s+"
    rf"{SENTENCE}",
    re.IGNORECASE,
)
NOT_DUTIES = re.compile(
    r"^(?:need|have|be (?:paid|based|working|located|in|at|a |an |the )|earn|get|receive|report"
    r"|work (?:in|at|from|on ?site|remote)|join|start|based|fully|remote|love|enjoy|like|find|feel"
    r"|see)",
    re.IGNORECASE,
)
OFFERS = re.compile(
    r"\b(?:we (?:also )?(?:offer|provide|give)|benefits (?:are|include)|perks (?:are|include)"
    r"|(?:they|you) (?:will )?(?:get|receive)|(?:comes )?with benefits(?: such as| like)?):?\s+"
    rf"{SENTENCE}",
    re.IGNORECASE,
)
NEEDS = re.compile(
    r"\b(?:(?:must|should|needs? to|has to|have to) (?:have|hold|know|speak)"
    r"|(?:requires?|needs?|wants?) (?=\d)|experience (?:with|in)|knowledge of"
    r"|familiar(?:ity)? with|skilled in|proficien\w+ (?:in|with)|knows?|expert in|good at"
    r"|skills? (?:are|include|like|such as|needed(?: are)?|required(?: are)?))\s+"
    r"(?P<what>[^.;\n]+)",
    re.IGNORECASE,
)
YEARS = re.compile(
    r"\b(?:at least |minimum (?:of )?|min\.? )?\d{1,2}\s*(?:\+|(?:-|–|to)\s*\d{1,2}\s*\+?)?\s*"
    r"(?:or more )?years?(?: (?:of|in))?(?: (?:professional|work|working|relevant|hands-on))?"
    r"(?: experience)?(?: (?:in|with|as|of) [^.,;\n]{2,60})?",
    re.IGNORECASE,
)
TONGUES = r"english|arabic|german|french|spanish|italian|dutch"
PROOFS = re.compile(
    r"\b(?:(?:a |an )?(?:valid |clean |full )?driv(?:er['’]?s|ing) licen[cs]e"
    r"|(?:bachelor|master)(?:['’]?s)?(?: degree)?(?: (?:in|of) [^.,;\n]{2,50})?"
    r"|(?:a |an )?(?:university |relevant )?degree(?: in [^.,;\n]{2,50})?"
    rf"|(?:fluent|native|good|basic) (?:in )?(?:{TONGUES})"
    rf"|(?:{TONGUES}) (?:is )?(?:required|a must)"
    r"|(?:nursing|teaching) (?:licence|license|registration|certificate))",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"\b(?P<field>title|location|place|department|salary|pay|level)\s+"
    r"(?:is|to|should be|will be|must be|would be|becomes)\s+"
    r"(?P<what>[^,.;\n]+?(?:[,.]\w[^,.;\n]*?)*?)"
    r"(?=(?: actually| instead| now| please)*\W*?(?:[,.;](?:\s|$)|\n|$))",
    re.IGNORECASE,
)
NO_TITLE = re.compile(
    r"\d|\b(?:i|we|need|want|hire|hiring|job|post|create|like|looking|please|someone|it|is)\b", re.I
)
WISH = re.compile(r"\b(?:nice to have|bonus|a plus|preferred|desirable)\b", re.IGNORECASE)
NO_NAME = re.compile(
    r"^(?:the|a|an|how|what|our|their|it|that|this|some|good|all|each)\b", re.IGNORECASE
)
DEPARTMENT = re.compile(
    r"\b(?:in|for|to|within)\s+(?:the|our)\s+(?P<what>[A-Za-z&][\w& ]{1,40}?)\s+"
    r"(?:department|division|dept\.?)\b"
    r"|\b(?P<what2>[A-Z][\w&]+)\s+(?:department|division)\b",
)
EMPTY_ANSWER = re.compile(
    r"^\W*(?:i (?:do not|don't|don’t) know|not sure|no idea|skip|none|nothing|whatever|anything"
    r"|any|hi|hello|hey|help|later|next|ok(?:ay)?|yes|no|nope|yeah|sure|n/?a|thanks?(?: you)?|idk"
    r"|perfect|great|good|create(?: it| the post)?|post(?: it)?|ready|done"
    r"|(?:whatever|what|how|why|which|can you|could you|you (?:decide|choose))\b.*)\W*$",
    re.IGNORECASE | re.DOTALL,
)
QUESTION = re.compile(
    r"\?\W*$|^\W*(?:what if|should (?:i|we|it)|can (?:i|we|you)|could (?:i|we|you)"
    r"|would (?:it|you|that)|how about|is it (?:ok|fine|possible)|do (?:i|we|you)\b)",
    re.IGNORECASE,
)
CHAT = re.compile(
    r"^\W*(?:i|we|you|it|let|hmm+|um+|well|dunno|idk|up to|fine|that|thats|that['’]s|not|maybe"
    r"|never mind|good (?:question|morning|afternoon|evening)|no (?:idea|clue|thanks)|no|yep|yeah"
    r"|yes|ok|okay|ready|let['’]s|shifts?|mon|take|sack|tell me|nothing|show|quit|exit|stop)\b",
    re.IGNORECASE,
)
MOVES = re.compile(
    r"\b(?:it['’]?s(?: now)?|move (?:it |the job )?to|moved to|make it)\s+(?:in\s+)?"
    r"(?P<place>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})(?=\W*(?:$|[.,;\n]|not\b|instead))"
)
ADDITIONS = re.compile(
    r"\b(?P<verb>add|include|mention)\s*:?\s+(?P<what>[^.;:!?\n]+?(?:\.\w+[^.;:!?\n]*?)*)"
    r"(?:\s+(?:to|in|under|as)\s+(?:the\s+|a\s+)?"
    r"(?P<field>skills?|dut(?:ies|y)|responsibilities|tasks|benefits?|requirements?|perks))?"
    r"(?=[.;!?\n]|$)",
    re.IGNORECASE,
)
INLINE_LABEL = re.compile(
    r"(?<=[.;])\s+(?=(?:skills|duties|tasks|responsibilities|benefits|perks|requirements|location"
    r"|salary|pay|title|level|we offer)\s*:)",
    re.IGNORECASE,
)
UNKNOWN_HEADING = re.compile(
    r"^\s*(?:#{1,6}\s+\S|\*\*\S.*\*\*\s*$|[A-Z][A-Z &'’/-]{4,40}$|[^:]{3,40}:\s*$)"
)
