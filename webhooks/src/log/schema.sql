-- Tables of their own prefix, since the log may live in the database of the application.
-- Moments are milliseconds since 1970.
create table if not exists webhook_endpoints (
    id              text    not null primary key,
    url             text    not null,
    account         text,
    version         text,
    every_event     integer not null,
    created_at      integer not null,
    -- Since when nothing has been delivered, though it was tried.
    failing_since   integer,
    -- The endpoint has asked for a rest until then.
    paused_until    integer not null default 0,
    disabled_at     integer,
    disabled_reason text check (disabled_reason in ('gone', 'failing', 'asked'))
) strict;

create table if not exists webhook_subscriptions (
    endpoint text not null references webhook_endpoints (id) on delete cascade,
    event    text not null,
    primary key (endpoint, event)
) strict, without rowid;

create table if not exists webhook_keys (
    id         integer primary key autoincrement,
    endpoint   text    not null references webhook_endpoints (id) on delete cascade,
    secret     text    not null,
    created_at integer not null,
    expires_at integer
) strict;
create index if not exists webhook_keys_of_endpoint on webhook_keys (endpoint);

create table if not exists webhook_messages (
    id          text    not null primary key,
    event       text    not null,
    version     text    not null,
    body        text    not null,
    occurred_at integer not null
) strict;

create table if not exists webhook_deliveries (
    id         integer primary key autoincrement,
    endpoint   text    not null references webhook_endpoints (id) on delete cascade,
    message    text    not null references webhook_messages (id),
    state      text    not null check (state in ('pending', 'delivered', 'failed')),
    -- When it may be claimed. A claim moves this ahead, so that what is never settled comes back.
    due_at     integer not null,
    -- Who has claimed it.
    lease      text,
    -- Where it stands in the schedule; a replay begins anew.
    tries      integer not null default 0,
    -- The number of the last attempt.
    attempts   integer not null default 0,
    settled_at integer,
    unique (endpoint, message)
) strict;
create index if not exists webhook_deliveries_pending
    on webhook_deliveries (endpoint, due_at) where state = 'pending';
create index if not exists webhook_deliveries_due on webhook_deliveries (due_at) where state = 'pending';
create index if not exists webhook_deliveries_of_message on webhook_deliveries (message);

create table if not exists webhook_attempts (
    delivery    integer not null references webhook_deliveries (id) on delete cascade,
    number      integer not null,
    started_at  integer not null,
    -- Not there while it is under way, and where the process ended meanwhile.
    finished_at integer,
    status      integer,
    failure     text,
    answer      text,
    primary key (delivery, number)
) strict, without rowid;
