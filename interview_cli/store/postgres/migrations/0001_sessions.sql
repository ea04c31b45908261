-- Sessions and drafts. The owner is first in every key, and set by the store alone.

create table interview_sessions (
    owner text not null,
    id uuid not null,
    kind text not null,
    version bigint not null,
    head jsonb not null,          -- what a listing and gc need to know
    doc text not null,            -- the whole session; text, because jsonb changes the order of keys
    expires_at timestamptz,       -- null: finished, kept, or without a time to live
    lease_token bigint not null default 0,
    lease_until timestamptz,
    primary key (owner, id)
);

create index interview_sessions_expiry
    on interview_sessions (owner, expires_at) where expires_at is not null;

create table interview_drafts (
    owner text not null,
    session_id uuid not null,
    part text not null,
    content bytea not null,       -- bytes: a draft may hold what is not UTF-8
    saved_at timestamptz not null default clock_timestamp(),
    primary key (owner, session_id, part)
);

create table interview_collections (
    owner text primary key,
    collected_at timestamptz not null
);

-- A second wall behind `where owner = …`: a statement sees the rows of the owner named in its own
-- transaction. "force", because the owner of a table passes its policies otherwise.

alter table interview_sessions enable row level security;
alter table interview_sessions force row level security;
create policy own_rows on interview_sessions
    using (owner = current_setting('interview.owner', true))
    with check (owner = current_setting('interview.owner', true));

alter table interview_drafts enable row level security;
alter table interview_drafts force row level security;
create policy own_rows on interview_drafts
    using (owner = current_setting('interview.owner', true))
    with check (owner = current_setting('interview.owner', true));

alter table interview_collections enable row level security;
alter table interview_collections force row level security;
create policy own_rows on interview_collections
    using (owner = current_setting('interview.owner', true))
    with check (owner = current_setting('interview.owner', true));
