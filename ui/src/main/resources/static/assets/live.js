// Pages that move while somebody looks: nothing is asked for while the page is hidden.
(() => {
  'use strict';

  const AGAIN_AFTER = 3000;
  const NAMES = { placed: 'Placed', confirmed: 'Confirmed', failed: 'Rejected or cancelled', p50: 'Half', p95: '95%', p99: '99%' };
  const COLOURS = { placed: '--line-strong', confirmed: '--good', failed: '--bad', p50: '--good', p95: '--warn', p99: '--bad' };
  // Lines without a colour of their own, which are called what they are called.
  const OTHERS = ['--good', '--warn', '--bad', '--line-strong', '--focus'];
  const charts = [];
  const minutes = { hour: '2-digit', minute: '2-digit' };
  const clocks = { minutes: new Intl.DateTimeFormat('en-GB', minutes), seconds: new Intl.DateTimeFormat('en-GB', { ...minutes, second: '2-digit' }) };
  const time = (figure, seconds) => seconds == null ? '–' : clocks[figure.dataset.clock || 'minutes'].format(new Date(seconds * 1000));
  const linesOf = (figure, from) => figure.dataset.lines ? figure.dataset.lines.split(' ') : Object.keys(from).filter((line) => line !== 'at');

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const width = (figure) => Math.max(200, figure.clientWidth);
  const axis = () => ({ stroke: colour('--ink-soft'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line'), width: 1 } });

  const make = (figure, lines, data) => {
    const series = [{ label: 'Time', value: (u, at) => time(figure, at) }].concat(lines.map((line, index) => ({
      label: NAMES[line] || line, stroke: colour(COLOURS[line] || OTHERS[index % OTHERS.length]), width: 2, spanGaps: false, points: { show: line.startsWith('p') && line !== 'placed', size: 4 },
    })));
    const plot = new window.uPlot({
      width: width(figure), height: 220, series, axes: [Object.assign(axis(), { space: figure.dataset.clock ? 80 : 50, values: (u, splits) => splits.map((at) => time(figure, at)) }), Object.assign(axis(), { size: 60 })],
      scales: { y: { range: (u, low, high) => [0, Math.max(high || 0, 1) * 1.1] } },
    }, data, figure);
    charts.push({ figure, plot, lines });
    return plot;
  };

  let drawn;
  const draw = (all) => {
    drawn = all;
    document.querySelectorAll('[data-chart]').forEach((figure) => {
      const from = all[figure.dataset.chart];
      const lines = linesOf(figure, from);
      if (!lines.length) {
        return;
      }
      const data = [from.at].concat(lines.map((line) => from[line]));
      const known = charts.find((chart) => chart.figure === figure);
      if (known && known.lines.length !== lines.length) {
        known.plot.destroy();
        charts.splice(charts.indexOf(known), 1);
        make(figure, lines, data);
      } else if (known) {
        known.plot.setData(data);
      } else if (window.uPlot) {
        make(figure, lines, data);
      }
    });
  };

  const live = document.querySelector('[data-live]');
  // What the page is about may be over, or come to its end: then nothing more will change.
  let over = live.dataset.over === 'true';
  let source;
  let newest;
  const show = () => {
    if (newest !== undefined) {
      live.innerHTML = newest;
      newest = undefined;
      live.dispatchEvent(new CustomEvent('daybook:shown', { bubbles: true }));
    }
  };
  // Not under somebody's hands.
  const showWhenFree = () => {
    if (!live.contains(document.activeElement)) {
      show();
    }
  };
  const close = () => {
    if (source) {
      source.close();
      source = undefined;
    }
  };
  const open = () => {
    source = new EventSource(live.dataset.live);
    source.addEventListener('board', (event) => {
      newest = event.data;
      showWhenFree();
    });
    source.addEventListener('charts', (event) => draw(JSON.parse(event.data)));
    source.addEventListener('over', () => {
      over = true;
      close();
      show();
      document.querySelectorAll('[data-until-over]').forEach((element) => element.remove());
    });
    // A connection that broke is opened again by the browser; one that was refused is not.
    source.onerror = () => {
      if (source && source.readyState === EventSource.CLOSED) {
        close();
        setTimeout(follow, AGAIN_AFTER);
      }
    };
  };
  const follow = () => {
    if (document.hidden) {
      close();
    } else if (!source && !over) {
      open();
    }
  };

  live.addEventListener('focusout', () => setTimeout(showWhenFree));
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', close);
  window.addEventListener('resize', () => charts.forEach((chart) => chart.plot.setSize({ width: width(chart.figure), height: 220 })));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    charts.splice(0).forEach((chart) => chart.plot.destroy());
    if (drawn) {
      draw(drawn);
    }
  });
  if (live.dataset.points) {
    draw(JSON.parse(live.dataset.points));
  }
  follow();
})();
