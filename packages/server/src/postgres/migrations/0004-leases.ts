/** Who calls whom back: an opaque token and when it is over. */
export const leases = `
-- dist: desk
create table app.lease (
  desk text collate "C" not null,
  token text collate "C" not null,
  claim text collate "C" not null,
  until bigint not null,
  primary key (desk, token),
  foreign key (desk) references app.desk (desk) on delete restrict
);
`;
