// Recognizers-Text for JavaScript: a JSON string a line in; {found: [[kind, start, end, text, resolution]], seconds} out.
// "seconds" are those of the processor.
const { createRequire } = require('module');
const need = createRequire(process.argv[3] + '/');
const culture = process.argv[2];
const numbers = new (need('@microsoft/recognizers-text-number').NumberRecognizer)(culture);
const units = new (need('@microsoft/recognizers-text-number-with-unit').NumberWithUnitRecognizer)(culture);
const models = [['number', numbers.getNumberModel()], ['percent', numbers.getPercentageModel()]];
for (const kind of ['Age', 'Currency', 'Dimension', 'Temperature']) {
  try {
    models.push([kind.toLowerCase(), units['get' + kind + 'Model']()]);
  } catch (problem) {
    console.error(culture, kind, String(problem));
  }
}
require('readline').createInterface({ input: process.stdin, terminal: false }).on('line', (line) => {
  const text = JSON.parse(line);
  const begin = process.cpuUsage();
  const found = [];
  for (const [kind, model] of models) {
    try {
      for (const result of model.parse(text)) {
        found.push([kind, result.start, result.end, result.text, result.resolution]);
      }
    } catch (problem) {
      console.error(culture, kind, String(problem));
    }
  }
  const used = process.cpuUsage(begin);
  process.stdout.write(JSON.stringify({ found, seconds: (used.user + used.system) / 1e6 }) + '\n');
});
