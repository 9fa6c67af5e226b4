import type { APIRoute } from 'astro';
import { termDefinitions } from '../../src/components/termDefinitions.ts';
import { readGlossary } from '../../src/markdown/glossary.ts';
import { LANGUAGES, type Language } from '../../src/language.ts';

export const getStaticPaths = () => LANGUAGES.map((language) => ({ params: { language } }));

/** The terms of the glossary in one language, for the popovers. */
export const GET: APIRoute = ({ params }) =>
  Response.json(termDefinitions(readGlossary(process.cwd()), params.language as Language));
