// Small forms that work where the browser submits none, as in a frame with a sandbox: their button takes what was
// written, and so does Enter in a field.

/**
 * What a small form does, for its template: `keydown` and `submit` belong to the form, `click` to its button, which is
 * no button that submits.
 * @param {(form: HTMLFormElement) => void} take Takes the form, once every field holds what it may.
 * @returns {{click(event: Event): void, keydown(event: KeyboardEvent): void, submit(event: Event): void}} The handlers.
 */
export function smallForm(take) {
  /** @param {Event} event Anything that happened in the form. */
  function click(event) {
    const form = /** @type {HTMLElement} */ (event.currentTarget).closest("form");
    if (form?.reportValidity()) take(form);
  }
  return {
    click,
    keydown(event) {
      if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      click(event);
    },
    submit: (event) => event.preventDefault(),
  };
}
