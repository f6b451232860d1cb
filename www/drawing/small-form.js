// Small forms that work where the browser submits none, as in a frame with a sandbox: their button takes what was
// written, and so does Enter in a field.

/**
 * What a small form does, for its template: `keydown` and `submit` belong to the form, `click` to its button, which is
 * no button that submits. A required field that begins empty has `aria-invalid="false"` there: browsers tell who listens that it is
 * wrong before anybody could write into it. From the first attempt on it says itself whether it is.
 * @param {(form: HTMLFormElement) => void} take Takes the form, once every field holds what it may.
 * @returns {{click(event: Event): void, keydown(event: KeyboardEvent): void, submit(event: Event): void}} The handlers.
 */
export function smallForm(take) {
  /** @param {Event} event Anything that happened in the form. */
  function click(event) {
    const form = /** @type {HTMLElement} */ (event.currentTarget).closest("form");
    if (!form) return;
    const fits = form.reportValidity();
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input:required"))) field.setAttribute("aria-invalid", `${!field.validity.valid}`);
    if (fits) take(form);
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
