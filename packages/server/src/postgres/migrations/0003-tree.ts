/** Roots of whole blocks of a desk's tree: level 1 over 256 sheets, level 2 over 65,536, and so on. Made again from the sheets if lost. */
export const tree = `
-- dist: desk
create table app.tree_block (
  desk text collate "C" not null,
  level integer not null,
  n bigint not null,
  hash bytea not null,
  primary key (desk, level, n)
);
`;
