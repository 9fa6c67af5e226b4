/** Fetches a listing from the file's own page when a reader opens it for the first time. */
async function fill(details: HTMLDetailsElement): Promise<void> {
  const { listing, names } = details.dataset;
  if (!listing || details.querySelector('pre')) return;
  const page = new DOMParser().parseFromString(await (await fetch(listing)).text(), 'text/html');
  const wanted = names ? names.split(',') : undefined;
  const blocks = [...page.querySelectorAll('pre')].filter(
    (block) => wanted?.includes(block.id) ?? true,
  );
  for (const block of blocks) {
    block.removeAttribute('id'); // it belongs to the file's page
    details.append(document.adoptNode(block));
  }
}

for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-listing]')) {
  // Where the fetch fails the link to the file's page is still there.
  details.addEventListener('toggle', () => void fill(details).catch(() => undefined));
}
