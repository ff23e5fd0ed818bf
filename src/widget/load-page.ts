import { askOnce } from './ask-once.ts';

const pages = new Map<string, Promise<Document>>();

/** A page of this site, asked for once. Not by `DOMParser`, which a policy of trusted types forbids. */
export function loadPage(address: string): Promise<Document> {
  return askOnce(pages, address, () => load(address));
}

function load(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.open('GET', address);
    request.onload = () =>
      request.status === 200 && request.responseXML
        ? resolve(request.responseXML)
        : reject(new Error(`${address} answered ${request.status}.`));
    request.onerror = () => reject(new Error(`${address} did not answer.`));
    request.send();
  });
}
