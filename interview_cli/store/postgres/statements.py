"""The statements on sessions. Each names the owner, and is a transaction of its own."""

TAKERS = 2**30
"""Processes that take a lease choose a number below this one, at random."""
LEAST_ID = "00000000-0000-0000-0000-000000000000"
LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff"

# A clock of this machine that is behind must not make a session expire as soon as it is saved.
_EXPIRES_AT = "%(expires_at)s::timestamptz + greatest(clock_timestamp() - %(clock)s, interval '0')"
ADD = f"""
    insert into interview_sessions (owner, id, kind, version, head, doc, expires_at)
    values (%(owner)s, %(id)s, %(kind)s, 1, %(head)s, %(doc)s, {_EXPIRES_AT})
    on conflict (owner, id) do nothing returning id
"""
# A token grows with each lease. Its last digits name the taker: after a broken connection it can
# tell its own lease from that of another process. A lease that is taken again keeps its token: the
# server may run a statement whose connection broke after its repetition.
LEASE = f"""
    update interview_sessions
    set lease_token = case
            when lease_token %% {TAKERS} = %(taker)s then lease_token
            else (lease_token / {TAKERS} + 1) * {TAKERS} + %(taker)s
        end,
        lease_until = clock_timestamp() + %(lease)s
    where owner = %(owner)s and id = %(id)s
    and (
        lease_until is null or lease_until < clock_timestamp()
        or lease_token %% {TAKERS} = %(taker)s
    )
    returning lease_token, version, doc
"""
SAVE = f"""
    update interview_sessions
    set version = version + 1, head = %(head)s, doc = %(doc)s, expires_at = {_EXPIRES_AT}
    where owner = %(owner)s and id = %(id)s and lease_token = %(token)s and version = %(version)s
    returning version
"""
KEPT = """
    select 1 from interview_sessions
    where owner = %(owner)s and id = %(id)s and lease_token = %(token)s and version = %(saved)s
"""
RELEASE = f"""
    update interview_sessions set lease_until = null
    where owner = %(owner)s and id = %(id)s and lease_token %% {TAKERS} = %(taker)s
"""
DELETE = """
    with gone as (
        delete from interview_sessions
        where owner = %(owner)s and id = %(id)s and lease_token = %(token)s
        returning id
    )
    delete from interview_drafts
    where owner = %(owner)s and session_id in (select id from gone)
"""
_OF_KIND = """
    from interview_sessions
    where owner = %(owner)s and (%(kind)s::text is null or kind = %(kind)s)
"""
PAGE = f"""
    select id, head::text, (select count(*) {_OF_KIND}) {_OF_KIND}
    order by id desc limit %(limit)s offset %(offset)s
"""
COUNT = f"select count(*), clock_timestamp() {_OF_KIND}"
VERSION = "select version from interview_sessions where owner = %(owner)s and id = %(id)s"
EXPIRED = """
    select id, version, head::text, coalesce(lease_until > clock_timestamp(), false)
    from interview_sessions
    where owner = %(owner)s and id > %(after)s
    and (%(is_other_rule)s or expires_at < %(now)s)
    order by id limit %(batch)s
"""
# The beginning of an id is a range of the primary key. Its end is looked for in the server, in the
# ids of one owner.
MATCH = """
    select id::text from interview_sessions
    where owner = %(owner)s and id between %(first)s::uuid and %(last)s::uuid
    union
    select id::text from interview_sessions
    where owner = %(owner)s and right(id::text, length(%(typed)s)) = %(typed)s
"""
# Skips rows that another collector holds, and leaves changed and leased sessions alone.
COLLECT = """
    with wanted as (
        select id from interview_sessions
        where owner = %(owner)s
        and (id, version) in (select * from unnest(%(ids)s::uuid[], %(versions)s::bigint[]))
        and (lease_until is null or lease_until < clock_timestamp())
        order by id for update skip locked
    ), gone as (
        delete from interview_sessions
        where owner = %(owner)s and id in (select id from wanted)
        returning id
    ), drafts as (
        delete from interview_drafts
        where owner = %(owner)s and session_id in (select id from gone)
    )
    select id from gone
"""
COLLECTED_AT = "select collected_at from interview_collections where owner = %(owner)s"
REMEMBER_COLLECTION = """
    insert into interview_collections (owner, collected_at) values (%(owner)s, %(now)s)
    on conflict (owner) do update set collected_at = excluded.collected_at
"""
