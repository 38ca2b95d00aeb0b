/** A folder whose key was destroyed: a binder that covers less than this place still has its card. */
export const shredding = `
alter table app.desk add column shredded_at bigint not null default 0;
`;
