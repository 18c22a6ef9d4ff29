// Makes a referral quicker: prints, keeps Enter in the practice's fields from searching, and remembers the practice in this browser
// when its owner ticks that. Without it everything works all the same.
(() => {
  const printer = document.querySelector('[data-print]');
  if (printer) {
    printer.hidden = false;
    printer.addEventListener('click', () => window.print());
  }

  const form = document.querySelector('[data-referral]');
  if (!form) return;
  const names = ['practice', 'clinician', 'phone', 'fax'];
  const fields = names.map((name) => form.elements[name]);
  for (const field of fields)
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit(form.querySelector('[data-make]'));
    });

  const key = 'referral:practice';
  // A browser may refuse storage (private windows, settings): then nothing is offered.
  const storage = (() => {
    try {
      localStorage.setItem(`${key}:probe`, '1');
      localStorage.removeItem(`${key}:probe`);
      return localStorage;
    } catch {
      return null;
    }
  })();
  if (!storage) return;
  const tick = form.querySelector('[data-remember-tick]');
  form.querySelector('[data-remember]').hidden = false;
  const kept = (() => {
    try {
      return JSON.parse(storage.getItem(key));
    } catch {
      return null;
    }
  })();
  tick.checked = kept !== null;
  if (kept && fields.every((field) => field.value === ''))
    names.forEach((name, at) => {
      fields[at].value = String(kept[name] ?? '');
    });
  const keep = () => {
    if (!tick.checked) return storage.removeItem(key);
    storage.setItem(
      key,
      JSON.stringify(Object.fromEntries(names.map((name, at) => [name, fields[at].value]))),
    );
  };
  tick.addEventListener('change', keep);
  form.addEventListener('submit', keep);
})();
