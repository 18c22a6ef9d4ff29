// The MongoDB image runs this once, on an empty volume. It creates the program's own user, with rights on its own database only.
db.getSiblingDB('holdspace').createUser({
  user: 'holdspace',
  pwd: process.env.MONGO_PASSWORD,
  roles: [{ role: 'readWrite', db: 'holdspace' }],
});
