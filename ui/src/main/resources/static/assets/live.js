// Pages that move while somebody looks: nothing is asked for while the page is hidden.
(() => {
  'use strict';

  const NAMES = { placed: 'Placed', confirmed: 'Confirmed', failed: 'Rejected or cancelled', p50: 'Half', p95: '95%', p99: '99%' };
  const COLOURS = { placed: '--line-strong', confirmed: '--good', failed: '--bad', p50: '--good', p95: '--warn', p99: '--bad' };
  const charts = [];
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
  const time = (seconds) => seconds == null ? '–' : clock.format(new Date(seconds * 1000));

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const width = (figure) => Math.max(200, figure.clientWidth);
  const axis = () => ({ stroke: colour('--ink-soft'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line'), width: 1 } });

  const make = (figure, data) => {
    const lines = figure.dataset.lines.split(' ');
    const series = [{ label: 'Time', value: (u, at) => time(at) }].concat(lines.map((line) => ({
      label: NAMES[line], stroke: colour(COLOURS[line]), width: 2, spanGaps: false, points: { show: line.startsWith('p') && line !== 'placed', size: 4 },
    })));
    const plot = new window.uPlot({
      width: width(figure), height: 220, series, axes: [Object.assign(axis(), { values: (u, splits) => splits.map(time) }), Object.assign(axis(), { size: 60 })],
      scales: { y: { range: (u, low, high) => [0, Math.max(high || 0, 1) * 1.1] } },
    }, data, figure);
    charts.push({ figure, plot, lines });
    return plot;
  };

  const draw = (all) => {
    document.querySelectorAll('[data-chart]').forEach((figure) => {
      const from = all[figure.dataset.chart];
      const lines = figure.dataset.lines.split(' ');
      const data = [from.at].concat(lines.map((line) => from[line]));
      const known = charts.find((chart) => chart.figure === figure);
      if (known) {
        known.plot.setData(data);
      } else if (window.uPlot) {
        make(figure, data);
      }
    });
  };

  const live = document.querySelector('[data-live]');
  let source;
  const open = () => {
    source = new EventSource(live.dataset.live);
    source.addEventListener('board', (event) => {
      // Not under somebody's hands.
      if (!live.contains(document.activeElement)) {
        live.innerHTML = event.data;
      }
    });
    source.addEventListener('charts', (event) => draw(JSON.parse(event.data)));
  };
  const follow = () => {
    if (document.hidden && source) {
      source.close();
      source = undefined;
    } else if (!document.hidden && !source) {
      open();
    }
  };

  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', () => source && source.close());
  window.addEventListener('resize', () => charts.forEach((chart) => chart.plot.setSize({ width: width(chart.figure), height: 220 })));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    // Made anew in the other colours with the next figures.
    charts.splice(0).forEach((chart) => chart.plot.destroy());
  });
  follow();
})();
