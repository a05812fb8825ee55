// validate.mjs: says of each roster what an independent validator thinks of it.
//
// Usage: node validate.mjs SCHEMA ROSTER...
//
// Prints a line of JSON for each roster: {"file", "verdict", "reason"}, where the verdict is "valid", "invalid" (against
// the schema) or "unreadable" (no YAML 1.2 of the core schema). A schema that is wrong itself is an exception: ajv is strict.
import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import { load } from 'js-yaml'

function judge (validate, file) {
  let roster
  try {
    roster = load(readFileSync(file, 'utf8'))
  } catch (error) {
    return { verdict: 'unreadable', reason: error.message }
  }
  if (validate(roster)) return { verdict: 'valid' }
  const [first] = validate.errors
  return { verdict: 'invalid', reason: `${first.instancePath || '/'} ${first.message}` }
}

const [schema, ...files] = process.argv.slice(2)
const validate = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(JSON.parse(readFileSync(schema, 'utf8')))
for (const file of files) {
  console.log(JSON.stringify({ file, ...judge(validate, file) }))
}
