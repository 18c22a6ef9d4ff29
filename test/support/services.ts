import { assert } from 'chai';

/**
 * Describes tests that need an external server, at the address in `variable`. Without the address, one pending test says so
 * in one line; with REQUIRE_SERVICES=1 it fails instead.
 */
export function describeWithService(
  variable: 'MONGODB_URI' | 'MEILI_HOST',
  what: string,
  suite: (address: string) => void,
): void {
  const address = process.env[variable];
  if (address !== undefined && address !== '') {
    suite(address);
    return;
  }
  const title = `${what}: skipped, as ${variable} names no server to run it on`;
  if (process.env.REQUIRE_SERVICES === '1')
    it(title, () =>
      assert.fail(`REQUIRE_SERVICES=1 wants this run: set ${variable} to the address of a server.`),
    );
  else it(title);
}
