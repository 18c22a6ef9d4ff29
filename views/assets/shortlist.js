// Keeps the shortlist in the visitor's own browser, so that it is there again on a page whose address does not carry it. Without this
// script the address alone carries it from page to page.
(() => {
  const KEY = 'shortlist';
  const MOST = 6;
  const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

  // A browser may refuse storage (private windows, settings): then nothing is kept.
  const storage = (() => {
    try {
      localStorage.setItem(`${KEY}:probe`, '1');
      localStorage.removeItem(`${KEY}:probe`);
      return localStorage;
    } catch {
      return null;
    }
  })();
  if (!storage) return;

  const kept = () => {
    try {
      const list = JSON.parse(storage.getItem(KEY));
      return Array.isArray(list)
        ? list.filter((one) => typeof one === 'string' && slug.test(one)).slice(0, MOST)
        : [];
    } catch {
      return [];
    }
  };
  const keep = (list) => {
    if (list.length) storage.setItem(KEY, JSON.stringify(list));
    else storage.removeItem(KEY);
  };
  const picksIn = (address) => address.searchParams.getAll('pick').filter(Boolean);

  // The list of the address counts; only where it has none does the one that is kept come back.
  const bringBack = () => {
    const here = new URL(location.href);
    const list = kept();
    if (picksIn(here).length || !list.length) return;
    here.searchParams.delete('pick');
    for (const one of list) here.searchParams.append('pick', one);
    location.replace(here);
  };

  // Whoever the page has just said is not listed any more is not brought back, or every page would say it again.
  const forget = () => {
    const gone = document.querySelector('[data-gone]');
    if (!gone) return;
    const names = gone.dataset.gone.split(' ');
    const list = kept();
    if (list.some((one) => names.includes(one))) keep(list.filter((one) => !names.includes(one)));
  };

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[data-pick]');
    if (link) keep(picksIn(new URL(link.href)));
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) bringBack();
  });
  forget();
  bringBack();
})();
