import preact from '@astrojs/preact';
import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import linksValidator from 'starlight-links-validator';
import { rehypePlugins, remarkPlugins } from './src/markdown/index.ts';
import { normaliseBase } from './src/site/basePath.ts';
import { contentSecurityPolicy } from './src/site/contentSecurityPolicy.ts';
import { leanPages } from './src/site/leanPages.ts';
import { redirects } from './src/site/redirects.ts';
import { searchIndex } from './src/site/searchIndex.ts';
import { sectionManifest } from './src/site/sectionManifest.ts';
import { sidebar } from './src/site/sidebar.ts';

const base = normaliseBase(process.env.BASE_PATH);

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base,
  srcDir: '.',
  trailingSlash: 'always',
  // Small files of their own are kept by the browser from page to page; inlined, each page carries them.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0 },
    // The engine of the training worker loads its WebGPU part when it needs it.
    worker: { format: 'es' },
    // Found only when a reader starts a training, these would make the dev server reload the page.
    optimizeDeps: { include: ['@jax-js/jax', 'idb-keyval'] },
  },
  markdown: {
    processor: unified({
      remarkPlugins: remarkPlugins({ base }),
      rehypePlugins: rehypePlugins({ base }),
    }),
  },
  integrations: [
    preact(),
    starlight({
      title: 'Patchwork',
      description: 'Interactive, bilingual study notes on multimodal large language models.',
      locales: { zh: { label: '简体中文', lang: 'zh-CN' }, en: { label: 'English', lang: 'en' } },
      defaultLocale: 'zh',
      disable404Route: true,
      pagefind: false,
      markdown: { headingLinks: false }, // src/markdown/sectionLinks.ts

      sidebar,
      customCss: [
        'katex/dist/katex.min.css',
        './src/components/theme.css',
        './src/components/notation.css',
        './src/components/book.css',
        './src/components/math.css',
        './src/components/symbols.css',
        './src/components/References.css',
      ],
      components: {
        Search: './src/components/Search.astro',
        Footer: './src/components/PageFooter.astro',
        Hero: './src/components/Hero.astro',
        PageTitle: './src/components/PageTitle.astro',
      },
      plugins: [
        // Ids that components set are not in the Markdown: scripts/checkLinks.ts checks all links on the built pages.
        linksValidator({ errorOnLocalLinks: false, exclude: ['#demo-*', '/*/*/#demo-*'] }),
      ],
    }),
    searchIndex(),
    leanPages(),
    sectionManifest(),
    redirects(),
    contentSecurityPolicy(),
  ],
});
