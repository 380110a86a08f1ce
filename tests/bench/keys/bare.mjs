// Two fields of the browser and nothing that compares them: what a key takes by itself.
import { CARET, listen } from './listen.mjs';

listen((place, { before, after }, marked) => {
  const fields = [before, after].map((value) => {
    const field = place.appendChild(document.createElement('textarea'));
    Object.assign(field.style, { width: '48%', height: '360px', font: '17px/1.6 serif' });
    field.value = value;
    return field;
  });
  fields[1].focus();
  fields[1].setSelectionRange(CARET, CARET);
  fields[1].addEventListener('input', marked);
});
