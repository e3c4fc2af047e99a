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
