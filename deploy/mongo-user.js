// Run once by the image of MongoDB, on an empty volume: the user that the program signs in as, with rights on its own database only.
db.getSiblingDB('holdspace').createUser({
  user: 'holdspace',
  pwd: process.env.MONGO_PASSWORD,
  roles: [{ role: 'readWrite', db: 'holdspace' }],
});
