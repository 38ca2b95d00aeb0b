/**
 * The team log, the desks' logs, cards, binders, meetings. The lint in schema-rules.ts holds the rules for every table; the
 * `dist` comments say how Citus would spread them.
 */
export const sealedLog = `
-- dist: reference
create table app.server_secret (
  name text not null,
  secret bytea not null,
  primary key (name)
);

-- dist: reference
create table app.team (
  number integer not null,
  statement text not null,
  primary key (number)
);

-- dist: reference
create table app.meeting (
  meeting text collate "C" not null,
  until bigint not null,
  primary key (meeting)
);

-- dist: reference
create table app.meeting_note (
  meeting text collate "C" not null references app.meeting (meeting) on delete cascade,
  slot text not null,
  body bytea not null,
  primary key (meeting, slot)
);

-- dist: desk
create table app.desk (
  desk text collate "C" not null,
  head bigint not null default 0,
  primary key (desk)
);

-- dist: desk
create table app.box (
  desk text collate "C" not null,
  epoch integer not null,
  team integer not null,
  devices text[] not null,
  by_device text collate "C" not null,
  file bytea not null,
  signature bytea not null,
  primary key (desk, epoch, team),
  foreign key (desk) references app.desk (desk) on delete restrict
);

-- dist: desk
create table app.sheet (
  desk text collate "C" not null,
  folder text collate "C" not null,
  number integer not null,
  place bigint not null,
  id text collate "C" not null,
  prev bytea,
  epoch integer not null,
  device text collate "C" not null,
  seen bigint not null,
  body bytea not null,
  signature bytea not null,
  hash bytea not null,
  primary key (desk, folder, number),
  unique (desk, place),
  unique (desk, id)
);

-- dist: desk
create table app.card (
  desk text collate "C" not null,
  folder text collate "C" not null,
  number integer not null,
  place bigint not null,
  epoch integer not null,
  body bytea not null,
  primary key (desk, folder),
  unique (desk, place)
);

-- dist: desk
create table app.folder_key (
  desk text collate "C" not null,
  folder text collate "C" not null,
  epoch integer not null,
  body bytea not null,
  primary key (desk, folder)
);

-- dist: desk
create table app.binder (
  desk text collate "C" not null,
  slots integer not null,
  n integer not null,
  covers bigint not null,
  epoch integer not null,
  primary key (desk, slots, n),
  foreign key (desk) references app.desk (desk) on delete restrict
);

-- A binder may have four million bytes and a row at most one.
-- dist: desk
create table app.binder_part (
  desk text collate "C" not null,
  slots integer not null,
  n integer not null,
  part integer not null,
  body bytea not null check (octet_length(body) <= 1048576),
  primary key (desk, slots, n, part),
  foreign key (desk, slots, n) references app.binder (desk, slots, n) on delete cascade
);
`;
