// Makes MongoDB's replica set, and a user for each database. Runs at every start and changes only what is not as it should be.
const env = process.env;

function patiently(what, attempt) {
  for (let left = 60; ; left--) {
    try {
      const result = attempt();
      if (result) return result;
    } catch (failure) {
      if (left <= 0) throw failure;
    }
    if (left <= 0) throw new Error(what + " did not happen within a minute");
    sleep(1000);
  }
}

const root = `mongodb://root:${env.MONGO_ROOT_PASSWORD}@mongo:27017/admin?directConnection=true`;
const admin = patiently("a connection to mongo", () => connect(root));

try {
  admin.adminCommand({ replSetGetStatus: 1 });
} catch (failure) {
  if (failure.codeName !== "NotYetInitialized") throw failure;
  admin.adminCommand({ replSetInitiate: { _id: "rs0", members: [{ _id: 0, host: "mongo:27017" }] } });
}
patiently("the election of a primary", () => admin.hello().isWritablePrimary);

for (const [user, pwd] of [
  ["stores", env.MONGO_STORES_PASSWORD],
  ["views", env.MONGO_VIEWS_PASSWORD],
  ["accounts", env.MONGO_ACCOUNTS_PASSWORD],
  ["operations", env.MONGO_OPERATIONS_PASSWORD],
]) {
  const database = admin.getSiblingDB("daybook-" + user);
  const rights = { pwd, roles: [{ role: "readWrite", db: database.getName() }] };
  if (database.getUser(user)) database.updateUser(user, rights);
  else database.createUser({ user, ...rights });
}
print("MongoDB is ready");
