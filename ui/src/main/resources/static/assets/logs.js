// Log lines as they come, on top; nothing is asked for while the page is hidden.
(() => {
  'use strict';

  const MOST = 500;
  const AGAIN_AFTER = 3000;
  const lines = document.getElementById('log-lines');
  const state = document.getElementById('log-state');
  const pause = document.getElementById('log-pause');
  const held = document.createElement('template');
  let source;
  let paused = false;

  const say = () => {
    const waiting = held.content.querySelectorAll('tr').length;
    state.textContent = paused ? `Paused${waiting ? `: ${waiting === MOST ? 'many' : waiting} more` : ''}.` : 'Following: new lines come on top.';
  };

  const keep = (parent) => {
    while (parent.children.length > MOST) {
      parent.lastElementChild.remove();
    }
  };

  // A line that is there already came by another way: with the page, or before the connection broke.
  const fresh = (html) => {
    const box = document.createElement('template');
    box.innerHTML = html;
    box.content.querySelectorAll('tr').forEach((row) => {
      if (document.getElementById(row.id) || held.content.getElementById(row.id)) {
        row.remove();
      }
    });
    return box;
  };

  const show = (box) => {
    if (!box.content.firstElementChild) {
      return;
    }
    const nothing = document.getElementById('log-nothing');
    if (nothing) {
      nothing.remove();
      lines.closest('[hidden]').hidden = false;
    }
    window.htmx.swap(lines, box.innerHTML, { swapStyle: 'afterbegin' });
    keep(lines);
  };

  const newest = () => {
    const row = held.content.querySelector('tr') || lines.querySelector('tr');
    return row ? row.id.slice('log-'.length) : '';
  };

  const open = () => {
    const address = new URL(lines.dataset.live, location.href);
    if (newest()) {
      address.searchParams.set('after', newest());
    }
    source = new EventSource(address);
    source.addEventListener('lines', (event) => {
      const box = fresh(event.data);
      if (paused) {
        held.content.prepend(box.content);
        keep(held.content);
        say();
      } else {
        show(box);
      }
    });
    // The browser's own second attempt would ask for what has come since the page was loaded.
    source.onerror = () => {
      close();
      setTimeout(follow, AGAIN_AFTER);
    };
  };

  const close = () => {
    if (source) {
      source.close();
      source = undefined;
    }
  };

  const follow = () => {
    if (document.hidden) {
      close();
    } else if (!source) {
      open();
    }
  };

  pause.hidden = false;
  pause.addEventListener('click', () => {
    paused = !paused;
    pause.textContent = paused ? 'Go on' : 'Pause';
    if (!paused) {
      show(held);
      held.content.replaceChildren();
    }
    say();
  });
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', close);
  say();
  follow();
})();
