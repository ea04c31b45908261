-- What each role may do. `interview_app` serves sessions; `interview_collector` may also name the
-- owners that have expired sessions, for `gc --all-owners`. Both are granted to users who log in.

do $$
begin
    if not exists (select from pg_roles where rolname = 'interview_app') then
        create role interview_app nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'interview_collector') then
        create role interview_collector nologin;
    end if;
exception
    when duplicate_object or unique_violation then null;  -- another database of the same server
end
$$;

grant select, insert, update, delete
    on interview_sessions, interview_drafts, interview_collections to interview_app;
grant select on interview_schema to interview_app, interview_collector;
grant interview_app to interview_collector;

create policy collector_reads on interview_sessions for select to interview_collector using (true);
