const tabs = {
  mails: 'Mailbox',
  texts: 'Text messages',
  events: 'Events',
  executions: 'Executions',
  objects: 'Objects',
  'dead-letters': 'Dead letters',
  notifications: 'Alarms',
};

const view = document.getElementById('view');
const get = async (path) => (await fetch(`/local/api/${path}`)).json();
const guide = await get('guide');

/** An element with properties and children; strings become text, never markup. */
const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const time = (iso) => make('time', { dateTime: iso }, new Date(iso).toLocaleString());

/** Links of a text open in another tab. */
const linked = (text) =>
  text
    .split(/(https?:\/\/\S+)/)
    .map((part) =>
      /^https?:/.test(part) ? make('a', { href: part, target: '_blank' }, part) : part,
    );

/** URLs that the application also offers in a phone-sized view. */
const onPhone = (text) =>
  [...(text ?? '').matchAll(/https?:\/\/\S+/g)]
    .filter(([href]) => guide.phonePath && pathOf(href).startsWith(guide.phonePath))
    .map(([href]) =>
      make(
        'button',
        { type: 'button', onclick: () => open(href, '_blank', 'popup,width=390,height=844') },
        'Open the link as on a phone',
      ),
    );

const pathOf = (href) => (URL.canParse(href) ? new URL(href).pathname : '');

const entry = (hash, current, ...children) => {
  const link = make('a', { href: hash }, ...children);
  if (current) link.setAttribute('aria-current', 'true');
  return make('li', {}, link);
};

const json = (value) => make('pre', {}, JSON.stringify(value, null, 2));

async function showMail(id) {
  const mail = await get(`mails/${id}`);
  const body = mail.html
    ? make('iframe', {
        title: mail.subject,
        sandbox: 'allow-popups allow-popups-to-escape-sandbox',
        srcdoc: `<base target="_blank">${mail.html}`,
      })
    : make('pre', {}, ...linked(mail.text ?? ''));
  const attachments = mail.attachments.map(({ name, bytes }, index) =>
    make(
      'li',
      {},
      make(
        'a',
        { href: `/local/api/mails/${id}/attachments/${index}`, target: '_blank' },
        `${name} (${bytes} bytes)`,
      ),
    ),
  );
  return make(
    'article',
    {},
    make('h2', {}, mail.subject),
    make('p', {}, 'From: ', mail.from),
    ...(mail.replyTo.length > 0 ? [make('p', {}, 'Answers to: ', mail.replyTo.join(', '))] : []),
    ...onPhone(mail.text),
    body,
    make('ul', {}, ...attachments),
    make(
      'details',
      {},
      make('summary', {}, 'As plain text'),
      make('pre', {}, ...linked(mail.text ?? '')),
    ),
    make('a', { href: `/local/api/mails/${id}/raw`, target: '_blank' }, 'Source (.eml)'),
  );
}

async function showExecution(name) {
  const execution = await get(`executions/${name}`);
  const rows = execution.history.map(({ at, type, detail }) =>
    make(
      'tr',
      {},
      make('td', {}, time(at)),
      make('td', {}, type),
      make('td', {}, detail.name ?? detail.error ?? '', json(detail)),
    ),
  );
  return make(
    'article',
    {},
    make('h2', {}, `${execution.status} · ${execution.state}`),
    make('table', {}, make('tbody', {}, ...rows)),
  );
}

/** Explains an empty section to first-time users. */
const empty = {
  mails: 'No mail yet.',
  texts: 'No text message yet.',
  events: 'No event yet.',
  executions: 'Nothing is under way yet.',
  objects: 'No file yet.',
  'dead-letters': 'No dead letter, which is good: what fails again and again ends here.',
  notifications: 'No alarm, which is good: what an operator would be told is shown here.',
  ...guide.empty,
};

const list = (items, toItem) =>
  items.length > 0
    ? make('ul', {}, ...items.map(toItem))
    : make('p', {}, empty[tabOf(location.hash)]);

const tabOf = (hash) => (hash.slice(1) || 'mails').split('/')[0];

const views = {
  mails: async (selected) => [
    list(await get('mails'), ({ id, at, from, to, subject }) =>
      entry(
        `#mails/${id}`,
        id === selected,
        make('strong', {}, subject),
        make('br'),
        make('small', {}, `${from} → ${to.join(', ')} · `, time(at)),
      ),
    ),
    ...(selected ? [await showMail(selected)] : []),
  ],
  texts: async () => [
    list(await get('texts'), ({ at, to, text }) =>
      make(
        'li',
        {},
        make(
          'div',
          {},
          make('small', {}, to, ' · ', time(at)),
          make('br'),
          ...linked(text),
          ...onPhone(text),
        ),
      ),
    ),
  ],
  events: async () => [
    list(await get('events'), (event) =>
      make(
        'li',
        {},
        make(
          'div',
          {},
          make('strong', {}, event['detail-type']),
          ' ',
          make('small', {}, event.source, ' · ', time(event.time)),
          json(event.detail),
        ),
      ),
    ),
  ],
  executions: async (selected) => [
    list(await get('executions'), ({ name, status, state, started }) =>
      entry(
        `#executions/${name}`,
        name === selected,
        make('strong', {}, name),
        make('br'),
        make('small', {}, `${status} · ${state} · `, time(started)),
      ),
    ),
    ...(selected ? [await showExecution(selected)] : []),
  ],
  objects: async () => [
    list(await get('objects'), ({ bucket, key, size, modified }) =>
      make(
        'li',
        {},
        make(
          'a',
          {
            href: `/local/api/objects/content?${new URLSearchParams({ bucket, key })}`,
            target: '_blank',
          },
          key,
          make('br'),
          make('small', {}, `${size} bytes · `, time(modified)),
        ),
      ),
    ),
  ],
  'dead-letters': async () => [
    list(await get('dead-letters'), ({ queue, at, body }) =>
      make(
        'li',
        {},
        make('div', {}, make('strong', {}, queue), ' ', time(at), make('pre', {}, body)),
      ),
    ),
  ],
  notifications: async () => [
    list(await get('notifications'), ({ at, subject, message }) =>
      make(
        'li',
        {},
        make('div', {}, make('strong', {}, subject ?? ''), ' ', time(at), make('pre', {}, message)),
      ),
    ),
  ],
};

async function show() {
  const [tab = 'mails', selected] = (location.hash.slice(1) || 'mails').split('/');
  for (const link of document.querySelectorAll('#tabs a'))
    link.ariaCurrent = link.hash === `#${tab}` ? 'page' : null;
  const parts = await views[tab](selected);
  view.className = parts.length > 1 ? 'split' : '';
  view.replaceChildren(...parts);
  showClock(await get('clock'));
}

const showClock = ({ now }) => {
  document.getElementById('now').textContent = new Date(now).toLocaleString();
};

const post = (path, body) =>
  fetch(`/local/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

document
  .getElementById('pages')
  .append(
    ...Object.entries(guide.links).flatMap(([name, href]) => [
      make('a', { href, target: '_blank' }, name),
      ' ',
    ]),
  );

document
  .getElementById('tabs')
  .append(...Object.entries(tabs).map(([tab, name]) => make('a', { href: `#${tab}` }, name)));

for (const button of document.querySelectorAll('[data-advance]'))
  button.addEventListener('click', async () => {
    await post('clock', { advanceMs: Number(button.dataset.advance) });
    await show();
  });

document.getElementById('reset').addEventListener('click', async () => {
  if (!confirm('Forget everything that is stored on this machine?')) return;
  await post('reset', {});
  setTimeout(() => location.reload(), 5000);
});

addEventListener('hashchange', show);
await show();

/** What is being read stays still; the lists follow what happens. */
setInterval(async () => {
  const selected = location.hash.includes('/');
  if (!selected && document.visibilityState === 'visible') await show();
}, 2000);
