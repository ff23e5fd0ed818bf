/** Makes an element. Text becomes text nodes, so that nothing that was found can be read as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<Omit<HTMLElementTagNameMap[K], 'className'>> & { class?: string } = {},
  ...children: (Node | string | undefined | false)[]
): HTMLElementTagNameMap[K] {
  const { class: className, ...rest } = properties;
  const element = Object.assign(document.createElement(name), rest);
  if (className) element.className = className;
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}
