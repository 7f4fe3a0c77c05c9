'use strict';
(() => {
  const words = JSON.parse(document.getElementById('words').textContent);
  const byId = (id) => document.getElementById(id);
  const thai = (number) => words.thai ? String(number).replace(/[0-9]/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[digit]) : String(number);
  const told = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => thai(values[name]));
  const changes = [...document.querySelectorAll('.change')];
  const boxOf = (change) => change.querySelector('.tick input');
  const STORE = 'saraban-review';

  // What was read, by the digest of what the change says: the same in a page that is made again.
  const store = (() => {
    try {
      const kept = JSON.parse(localStorage.getItem(STORE) || '{}');
      localStorage.setItem(STORE, JSON.stringify(kept));
      return kept;
    } catch {
      byId('kept').textContent = words.notKept;
      return {};
    }
  })();
  const keep = () => {
    try { localStorage.setItem(STORE, JSON.stringify(store)); } catch { byId('kept').textContent = words.notKept; }
  };

  const paint = () => {
    let read = 0;
    for (const change of changes) {
      const done = boxOf(change).checked;
      read += done;
      change.classList.toggle('read', done);
    }
    byId('bar').value = read;
    const progress = told(words.progress, {read, all: changes.length});
    byId('progress').textContent = progress;
    document.querySelector('.record-progress').textContent = progress;
    const done = new Set(changes.filter((change) => boxOf(change).checked).map((change) => change.dataset.key));
    for (const row of document.querySelectorAll('[data-record]')) {
      const is = done.has(row.dataset.record);
      row.querySelector('.is-read').textContent = is ? '☑ ' + words.read : '☐ ' + words.unread;
    }
    document.querySelectorAll('.paper').forEach((paper, at) => {
      const left = [...paper.querySelectorAll('.change')].filter((change) => !boxOf(change).checked).length;
      const count = document.querySelector(`[data-paper="${at + 1}"]`);
      count.textContent = left ? thai(left) : '✓';
      count.classList.toggle('done', !left);
    });
  };

  const filter = () => {
    const only = byId('only').value;
    let shown = 0;
    for (const change of changes) {
      const fits = !only || (only === 'unread' ? !boxOf(change).checked : change.dataset.tags.split(' ').includes(only));
      change.hidden = !fits;
      shown += fits;
    }
    for (const part of document.querySelectorAll('.part, .paper')) {
      part.hidden = only !== '' && ![...part.querySelectorAll('.change')].some((change) => !change.hidden);
    }
    byId('shown').textContent = only ? told(words.hidden, {shown, all: changes.length}) : '';
  };

  const tick = (change, is) => {
    boxOf(change).checked = is;
    if (is) store[change.dataset.key] = 1; else delete store[change.dataset.key];
  };
  const ticked = () => { keep(); paint(); };

  const current = () => document.activeElement.closest ? document.activeElement.closest('.change') : null;
  let last = null;
  document.addEventListener('focusin', () => { last = current() || last; });
  const step = (by) => {
    const open = changes.filter((change) => !change.hidden);
    if (!open.length) return;
    // From where the reader is in the page, be the change hidden by now: the next one after it, or the one before.
    const from = changes.indexOf(current() || last);
    const beyond = by > 0 ? open.filter((change) => changes.indexOf(change) > from)
      : open.filter((change) => changes.indexOf(change) < from).reverse();
    const next = beyond[0] || (by > 0 ? open[open.length - 1] : open[0]);
    next.focus();
    next.scrollIntoView({block: 'start'});
  };
  const view = (name) => {
    document.body.dataset.view = name;
    document.querySelector(`[name=view][value=${name}]`).checked = true;
  };

  for (const change of changes) {
    tick(change, Boolean(store[change.dataset.key]));
    boxOf(change).addEventListener('change', (event) => { tick(change, event.target.checked); ticked(); });
  }
  for (const button of document.querySelectorAll('.whole')) {
    button.addEventListener('click', () => {
      for (const change of button.closest('.paper').querySelectorAll('.change')) tick(change, true);
      ticked();
    });
  }
  for (const choice of document.querySelectorAll('[name=view]')) {
    choice.addEventListener('change', () => view(choice.value));
    if (choice.checked) view(choice.value);
  }
  for (const button of document.querySelectorAll('.zoom')) {
    button.addEventListener('click', () => {
      const wide = button.closest('figure').classList.toggle('wide');
      button.setAttribute('aria-pressed', String(wide));
    });
  }
  // A table that is wider than its place can be scrolled by keyboard too, says so, and shows where more of it is.
  const nameOf = (box, at) => {
    const change = box.closest('.change');
    if (!change) return told(words.table, {number: at + 1});
    const name = told(words.tableOf, {number: changes.indexOf(change) + 1});
    const version = box.closest('.sides section');
    return version ? `${name} ${version.querySelector('h5').textContent}` : name;
  };
  const boxes = [...document.querySelectorAll('.scroll')];
  const fit = (box) => {
    const beyond = box.scrollWidth - box.clientWidth;
    const scrolls = beyond > 1;
    const grid = box.parentElement;
    grid.classList.toggle('before', scrolls && box.scrollLeft > 1);
    grid.classList.toggle('after', scrolls && box.scrollLeft < beyond - 1);
    grid.querySelector('.hint').hidden = !scrolls;
    const set = {tabindex: '0', role: 'region', 'aria-label': nameOf(box, boxes.indexOf(box))};
    for (const [name, value] of Object.entries(set)) {
      if (scrolls) box.setAttribute(name, value); else box.removeAttribute(name);
    }
  };
  const sizes = new ResizeObserver((found) => found.forEach((one) => fit(one.target.closest('.scroll'))));
  for (const box of boxes) {
    sizes.observe(box);
    sizes.observe(box.firstElementChild);
    box.addEventListener('scroll', () => fit(box), {passive: true});
  }
  byId('only').addEventListener('change', filter);
  byId('next').addEventListener('click', () => step(1));
  byId('previous').addEventListener('click', () => step(-1));
  byId('print').addEventListener('click', () => window.print());

  const keys = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
    m: () => view(document.body.dataset.view === 'merged' ? 'sides' : 'merged'),
    u: () => { byId('only').value = byId('only').value === 'unread' ? '' : 'unread'; filter(); },
    ' ': (event) => {
      const change = event.target.closest('.change');
      if (!change || event.target !== change) return false;
      tick(change, !boxOf(change).checked);
      ticked();
      return true;
    },
  };
  document.addEventListener('keydown', (event) => {
    const typed = event.target.matches('select, textarea, input:not([type=checkbox], [type=radio])');
    if (typed || event.ctrlKey || event.altKey || event.metaKey || !byId('keys-on').checked) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key] || keys[latin(event.code)];
    if (act && act(event) !== false) event.preventDefault();
  });
  // With a Thai keyboard on, the same keys give Thai letters: the place of the key counts.
  function latin(code) { return code && code.startsWith('Key') ? code.slice(3).toLowerCase() : ''; }

  paint();
  filter();
})();
