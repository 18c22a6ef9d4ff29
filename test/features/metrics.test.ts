import { expect } from 'chai';
import { createMetrics, type Figures } from '../../src/web/metrics.js';
import { type Program, startProgram } from '../support/program.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';

/** The value on the one line with this beginning; `null` when no line has it. */
function figure(text: string, series: string): number | null {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? null : Number(line.slice(series.length));
}

const requests = (route: string, status: number, method = 'GET') =>
  `holdspace_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`;

describe('metrics for monitoring', () => {
  let folder: string;
  let program: Program;
  let site: string;
  let address: string;

  async function start(settings: Record<string, string> = {}): Promise<void> {
    folder = await temporaryFolder();
    program = startProgram(folder, { METRICS_PORT: '0', ...settings });
    site = await program.ready;
    address = /^Figures for monitoring: (\S+)$/m.exec(program.out())?.[1] ?? '';
  }
  afterEach(async () => {
    program.child.kill('SIGTERM');
    await program.ended;
    await removeFolder(folder);
  });

  const read = async () => (await fetch(address)).text();

  /** The metrics, once this series has that value: a response is counted after it was sent. */
  async function readWhen(series: string, value: number): Promise<string> {
    let text = '';
    await until(async () => {
      text = await read();
      return figure(text, series) === value;
    });
    return text;
  }

  it('count responses by route and status, cached pages and searches, on their own port', async () => {
    await start();
    for (const path of [
      '/therapists?state=NJ',
      '/therapists?state=NJ',
      '/therapists/nobody-here',
      '/wp-login.php',
    ])
      await (await fetch(site + path)).text();
    await fetch(`${site}/therapists/nobody-here`, { method: 'HEAD' });
    const text = await readWhen(requests('/therapists/:slug', 404, 'HEAD'), 1);
    expect(figure(text, requests('/therapists', 200))).to.equal(2);
    expect(figure(text, requests('/therapists/:slug', 404))).to.equal(1);
    expect(figure(text, requests('none', 404))).to.equal(1);
    expect(figure(text, 'holdspace_page_cache_total{result="hit"}')).to.equal(1);
    expect(figure(text, 'holdspace_page_cache_total{result="miss"}')).to.be.above(0);
    expect(figure(text, 'holdspace_searches_total{engine="embedded"}')).to.be.above(0);
    expect(figure(text, 'holdspace_index_listings')).to.be.above(200);
    expect(figure(text, 'holdspace_index_version')).to.be.above(0);
    expect(figure(text, 'holdspace_store_reachable')).to.equal(1);
    expect(figure(text, 'holdspace_follower_lag_seconds')).to.be.within(0, 5);
    expect(figure(text, 'process_resident_memory_bytes')).to.be.above(1e7);
    expect(figure(text, 'holdspace_search_server_used')).to.equal(null);
    expect((await fetch(`${site}/metrics`)).status).to.equal(404);
  });

  it('contain nothing that a visitor typed, and do not grow with it', async () => {
    await start({ DEMO: '0' });
    const typed = ['secretword', 'another-secretword'];
    for (const word of typed) {
      for (const path of [`/${word}`, `/therapists?q=${word}`, `/therapists/${word}`, `/therapists/%${word}`])
        await fetch(site + path, { headers: { 'user-agent': word, referer: `https://${word}.example/` } });
      await fetch(`${site}/`, { method: 'PROPFIND' });
    }
    const text = await readWhen(requests('none', 404, 'other'), 2);
    expect(text).not.to.contain('secretword').and.not.to.contain('PROPFIND');
  });

  it('are the only resource on that port', async () => {
    await start({ DEMO: '0' });
    const { origin } = new URL(address);
    expect((await fetch(address)).headers.get('content-type')).to.match(/^text\/plain; version=0\.0\.4/);
    for (const path of ['/', '/therapists', '/metrics/x', '/metrics?x'])
      expect((await fetch(origin + path)).status, path).to.equal(404);
    expect((await fetch(address, { method: 'POST' })).status).to.equal(405);
  });

  it('are off when no port is set, and stop the start when the port is taken', async () => {
    await start({ DEMO: '0' });
    const { port } = new URL(address);
    const other = startProgram(folder, { DEMO: '0', METRICS_PORT: port });
    expect(await other.ended).to.equal(1);
    expect(other.err()).to.equal(`METRICS_PORT must be a free port: another program listens on ${port}.\n`);
    const without = startProgram(folder, { DEMO: '0', METRICS_PORT: '' });
    await without.ready;
    expect(without.out()).not.to.contain('monitoring');
    without.child.kill('SIGTERM');
    await without.ended;
  });
});

describe('metrics of a search server', () => {
  const figures: Figures = {
    storeReachable: false,
    index: null,
    followerLagSeconds: null,
    answered: { meilisearch: 7, embedded: 2 },
    searchServerUsed: false,
    searchServerFailures: { timeout: 3 },
  };

  it('show who answered, whether the server is used, and why it could not answer', async () => {
    const metrics = createMetrics();
    await metrics.text({ ...figures, searchServerUsed: true, followerLagSeconds: 4 });
    const text = await metrics.text(figures);
    expect(figure(text, 'holdspace_searches_total{engine="meilisearch"}')).to.equal(7);
    expect(figure(text, 'holdspace_searches_total{engine="embedded"}')).to.equal(2);
    expect(figure(text, 'holdspace_search_server_used')).to.equal(0);
    expect(figure(text, 'holdspace_search_server_failures_total{reason="timeout"}')).to.equal(3);
    expect(figure(text, 'holdspace_store_reachable')).to.equal(0);
    for (const unknown of ['follower_lag_seconds', 'index_listings', 'index_version'])
      expect(figure(text, `holdspace_${unknown}`), unknown).to.equal(null);
  });
});
