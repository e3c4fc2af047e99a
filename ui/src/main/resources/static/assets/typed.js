// What was typed into a form of the staff's that was refused is there again on the page that says why.
(() => {
  'use strict';

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
})();
