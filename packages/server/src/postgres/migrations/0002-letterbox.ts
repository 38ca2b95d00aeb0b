/** What comes from outside: letters with places of their own, mailboxes, files in parts. Sealed bytes do not compress: no try is made. */
export const letterbox = `
-- dist: desk
create table app.drop_head (
  desk text collate "C" not null,
  head bigint not null,
  primary key (desk),
  foreign key (desk) references app.desk (desk) on delete restrict
);

-- dist: desk
create table app.letter (
  desk text collate "C" not null,
  place bigint not null,
  id text collate "C" not null,
  period integer not null,
  day text collate "C" not null,
  hash bytea not null check (octet_length(hash) = 32),
  body bytea not null,
  primary key (desk, place),
  unique (desk, id)
);

alter table app.letter alter column body set storage external;

-- Challenges whose work has been used, until they are over.
-- dist: desk
create table app.used_challenge (
  desk text collate "C" not null,
  challenge text collate "C" not null,
  until bigint not null,
  primary key (desk, challenge)
);

-- dist: desk
create table app.mailbox (
  desk text collate "C" not null,
  locator text collate "C" not null,
  key bytea not null,
  number integer not null,
  page bytea not null,
  read_number integer,
  read_day text collate "C",
  primary key (desk, locator, key)
);

alter table app.mailbox alter column page set storage external;

-- dist: desk
create table app.mailbox_try (
  desk text collate "C" not null,
  locator text collate "C" not null,
  hour bigint not null,
  tries integer not null,
  primary key (desk, locator, hour)
);

-- dist: desk
create table app.blob (
  desk text collate "C" not null,
  id text collate "C" not null,
  length bigint not null,
  received bigint not null,
  until bigint not null,
  primary key (desk, id),
  foreign key (desk) references app.desk (desk) on delete restrict
);

-- dist: desk
create table app.blob_part (
  desk text collate "C" not null,
  id text collate "C" not null,
  start bigint not null,
  body bytea not null check (octet_length(body) <= 1048576),
  primary key (desk, id, start),
  foreign key (desk, id) references app.blob (desk, id) on delete cascade
);

alter table app.blob_part alter column body set storage external;
`;
