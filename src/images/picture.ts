/** How the browser can show an image: a file of the site, or a blob of the reader's. */
export interface Picture {
  url: string;
}
