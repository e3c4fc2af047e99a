// What style sheets and htmx cannot do. Every page works without it.
(() => {
  'use strict';

  const news = () => document.getElementById('news');
  const minutes = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' };
  const moments = {
    '': new Intl.DateTimeFormat('en-GB', minutes),
    seconds: new Intl.DateTimeFormat('en-GB', { ...minutes, second: '2-digit' }),
    millis: new Intl.DateTimeFormat('en-GB', { ...minutes, second: '2-digit', fractionalSecondDigits: 3 }),
  };

  // Times are sent in UTC, and shown in the reader's zone.
  const showTimes = (root) => {
    root.querySelectorAll('time[data-local]').forEach((time) => {
      const at = new Date(time.dateTime);
      if (!Number.isNaN(at.getTime())) {
        time.textContent = moments[time.dataset.local].format(at);
        time.removeAttribute('data-local');
      }
    });
  };

  // A table that somebody moved sideways stays so when it is shown anew.
  const moved = new Map();
  const name = (region) => region.id || region.getAttribute('aria-label');
  const moveBack = (root) => root.querySelectorAll('.scroll').forEach((region) => {
    region.scrollLeft = moved.get(name(region)) || 0;
  });

  // The button stays the one that somebody may be pressing while new stock is shown beside it.
  const sellWhatThereIs = () => {
    const stock = document.querySelector('.buy-live .stock');
    if (stock) {
      document.getElementById('add').disabled = stock.matches('.out');
    }
  };

  const shown = (root) => {
    showTimes(root);
    moveBack(root);
    sellWhatThereIs();
  };

  const say = (text) => {
    const toast = document.createElement('div');
    const paragraph = document.createElement('p');
    toast.className = 'toast bad';
    paragraph.textContent = text;
    toast.append(paragraph);
    news().replaceChildren(toast);
  };

  showTimes(document);
  document.addEventListener('daybook:shown', (event) => shown(event.target));
  document.addEventListener('htmx:load', (event) => shown(event.detail.elt.parentElement || event.detail.elt));
  document.addEventListener('scroll', ({ target }) => {
    if (target !== document && target.matches('.scroll')) {
      moved.set(name(target), target.scrollLeft);
    }
  }, true);
  document.addEventListener('htmx:sendError', () => say('The shop cannot be reached. Please check your connection and try again.'));
  document.addEventListener('htmx:responseError', (event) => {
    const status = event.detail.xhr.status;
    if (status === 403) {
      say('This page has been open for long. Please reload it and try again.');
    } else if (status === 429) {
      say('That was a little fast. Please wait a moment and try again.');
    } else if (status === 503) {
      say('The shop cannot answer this now. Please try again in a minute.');
    } else {
      say('That did not work. Please reload the page and try again.');
    }
  });

  // What was typed into a form that was refused is there again on the page that says why.
  const TYPED = 'daybook:typed';
  const fieldsOf = (form) => [...new FormData(form)].filter(([name, value]) => name !== '_csrf' && typeof value === 'string');

  document.addEventListener('submit', ({ target }) => {
    if (target.matches('form.steer, form.act')) {
      sessionStorage.setItem(TYPED, JSON.stringify({ action: target.getAttribute('action'), fields: fieldsOf(target) }));
    }
  });

  const isThatForm = (form, { action, fields }) => form.getAttribute('action') === action
    && [...form.querySelectorAll('input[type=hidden]')].every(({ name, value }) => name === '_csrf'
      || fields.some(([field, typed]) => field === name && typed === value));

  const typeAgain = (form, fields) => {
    const left = [...fields];
    const take = (name, wanted) => {
      const at = left.findIndex(([field, value]) => field === name && (wanted === undefined || value === wanted));
      return at < 0 ? undefined : left.splice(at, 1)[0][1];
    };
    [...form.elements].filter(({ name, type }) => name && type !== 'hidden' && type !== 'submit').forEach((element) => {
      if (element.type === 'checkbox' || element.type === 'radio') {
        element.checked = take(element.name, element.value) !== undefined;
      } else {
        element.value = take(element.name) ?? element.value;
      }
    });
    form.closest('details')?.setAttribute('open', '');
  };

  const typed = JSON.parse(sessionStorage.getItem(TYPED));
  sessionStorage.removeItem(TYPED);
  if (typed && document.querySelector('main > .notice.bad')) {
    const form = [...document.querySelectorAll('form.steer, form.act')].find((each) => isThatForm(each, typed));
    if (form) {
      typeAgain(form, typed.fields);
    }
  }

  // A toast goes away by itself, unless somebody is at it.
  let leaving;
  new MutationObserver(() => {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (!news().matches(':hover, :focus-within')) {
        news().replaceChildren();
      }
    }, 8000);
  }).observe(news(), { childList: true });
})();
