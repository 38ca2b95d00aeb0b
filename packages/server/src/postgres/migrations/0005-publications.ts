/** What is public: the newest release, whole. */
export const publications = `
-- dist: reference
create table app.publication (
  release integer not null,
  archive bytea not null,
  primary key (release)
);
`;
