-- Users of the page with the hashes of their tokens, and which sessions an owner lets whom read.
-- The name of a user is the owner of their sessions.

create table interview_users (
    name text primary key,
    -- SHA-256 of the token, and of the cookie that stands for it in a browser: neither can be
    -- computed from these rows, so a stolen backup lets nobody in. The token has 32 random bytes,
    -- which nobody guesses, so no slow hash is needed.
    token_hash bytea not null unique,
    cookie_hash bytea not null unique,
    created_at timestamptz not null default clock_timestamp(),
    token_made_at timestamptz not null default clock_timestamp()
);

create table interview_shares (
    owner text not null,
    session_id uuid not null,
    reader text not null references interview_users (name) on delete cascade,
    shared_at timestamptz not null default clock_timestamp(),
    primary key (owner, session_id, reader),
    -- A share ends with its session, whoever deletes that.
    foreign key (owner, session_id) references interview_sessions (owner, id) on delete cascade
);

create index interview_shares_reader on interview_shares (reader, session_id);

-- An owner sees and changes the shares of their own sessions; a reader sees the shares with them.

alter table interview_shares enable row level security;
alter table interview_shares force row level security;
create policy own_rows on interview_shares
    using (owner = current_setting('interview.owner', true))
    with check (owner = current_setting('interview.owner', true));
create policy shared_rows on interview_shares for select
    using (reader = current_setting('interview.owner', true));

-- For select alone: a reader can neither change nor delete what is shared with them. Two policies
-- are joined by "or", which is tried on each row: "(select …)" is computed once a statement, so
-- counting 100,000 sessions of one's own takes as long as with one policy.

alter policy own_rows on interview_sessions
    using (owner = (select current_setting('interview.owner', true)));
create policy shared_rows on interview_sessions for select using (
    exists (
        select from interview_shares s
        where s.owner = interview_sessions.owner and s.session_id = interview_sessions.id
        and s.reader = (select current_setting('interview.owner', true))
    )
);

do $$
begin
    if not exists (select from pg_roles where rolname = 'interview_accounts') then
        create role interview_accounts nologin;
    end if;
exception
    when duplicate_object or unique_violation then null;  -- another database of the same server
end
$$;

-- Only the one who made a role may grant it, and that may be the owner of another database.
do $$
begin
    if not pg_has_role('interview_accounts', 'interview_app', 'member') then
        grant interview_app to interview_accounts;
    end if;
end
$$;

grant select, insert, update, delete on interview_users to interview_accounts;
grant select, insert, delete on interview_shares to interview_app;

-- A second wall: with a grant made by mistake, interview_app still sees no row. Not "force", because
-- the two functions below read the table as its owner.

alter table interview_users enable row level security;
create policy accounts on interview_users to interview_accounts using (true) with check (true);

-- All that interview_app may know of the users: whose hash this is, and whether there are any. With
-- a right to the table it could list the names, or store a hash of its own. "security definer" runs
-- a function with the rights of the owner of the table; "begin atomic" binds the names in it now, so
-- that nobody can put another table in their place by a search_path of their own.

create function interview_find_user(given bytea) returns text
    language sql stable strict security definer
    begin atomic
        select name from interview_users where given in (token_hash, cookie_hash);
    end;

create function interview_has_users() returns boolean
    language sql stable security definer
    begin atomic
        select exists (select from interview_users);
    end;

revoke execute on function interview_find_user(bytea), interview_has_users() from public;
grant execute on function interview_find_user(bytea), interview_has_users() to interview_app;
