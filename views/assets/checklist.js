// Keeps the ticks and notes of a checklist in the visitor's own browser. Without it the page can be ticked, and printed, all the same.
(() => {
  const sheet = document.querySelector('[data-checklist]');
  if (!sheet) return;
  const key = `checklist:${sheet.dataset.checklist}`;
  const ticks = [...sheet.querySelectorAll('[data-tick]')];
  const notes = [...sheet.querySelectorAll('[data-note]')];
  const show = (selector) => {
    sheet.querySelector(selector).hidden = false;
  };

  // A browser may refuse storage (private windows, settings): then nothing is kept and nothing is promised.
  const storage = (() => {
    try {
      const probe = `${key}:probe`;
      localStorage.setItem(probe, '1');
      localStorage.removeItem(probe);
      return localStorage;
    } catch {
      return null;
    }
  })();

  const fill = ({ ticked = [], noted = {} }) => {
    for (const box of ticks) box.checked = ticked.includes(box.dataset.tick);
    for (const area of notes) area.value = noted[area.dataset.note] ?? '';
  };
  const grow = () => {
    for (const area of notes) area.rows = Math.max(2, Math.min(12, area.value.split('\n').length + 1));
  };
  const read = () => {
    try {
      return JSON.parse(storage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  };
  const keep = () => {
    const ticked = ticks.filter((box) => box.checked).map((box) => box.dataset.tick);
    const noted = Object.fromEntries(
      notes.filter((area) => area.value).map((area) => [area.dataset.note, area.value]),
    );
    if (ticked.length || Object.keys(noted).length) storage.setItem(key, JSON.stringify({ ticked, noted }));
    else storage.removeItem(key);
    grow();
  };

  show('[data-print]');
  sheet.querySelector('[data-print]').addEventListener('click', () => window.print());
  if (!storage) return;
  show('[data-kept]');
  show('[data-clear]');
  fill(read());
  grow();
  sheet.addEventListener('input', keep);
  sheet.querySelector('[data-clear]').addEventListener('click', () => {
    fill({});
    keep();
  });
})();
