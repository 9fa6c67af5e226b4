import type { Language } from '../language.ts';
import type { DemoDefinition } from './definition.ts';
import { writeState } from './urlState.ts';

type State = Record<string, unknown>;

/** The page's address with this demo in this state; other demos on the page keep theirs. */
export function pageUrl(demo: DemoDefinition, state: State): URL {
  const url = new URL(location.href);
  url.search = writeState(demo, state, url.searchParams).toString();
  return url;
}

/** A link to this demo alone in this state, whatever else the page shows. */
export function linkTo(demo: DemoDefinition, state: State): string {
  const url = new URL(location.href);
  url.search = writeState(demo, state, new URLSearchParams()).toString();
  if (!isEmbed(url)) url.hash = `demo-${demo.id}`;
  return url.href;
}

/** The iframe for a course page: this demo, in this state and language, in the theme of the page. */
export function embedCode(demo: DemoDefinition, state: State, language: Language): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const url = new URL(`${base}/embed/${demo.id}/`, location.href);
  url.search = writeState(demo, state, new URLSearchParams({ lang: language })).toString();
  const title = demo.strings[language].title.replaceAll('"', '&quot;');
  const source = url.href.replaceAll('&', '&amp;');
  return `<iframe src="${source}" title="${title}" width="100%" height="720" style="border:0" loading="lazy"></iframe>`;
}

const isEmbed = (url: URL) => url.pathname.includes('/embed/');
