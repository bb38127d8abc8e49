/** ESLint's recommended rules, and those of the house: short functions, few arguments, nothing left over. */

import js from "@eslint/js";
import globals from "globals";

const house = {
  "max-lines": ["error", { max: 250 }],
  "max-lines-per-function": ["error", { max: 40 }],
  "max-params": ["error", 5],
  "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
  "prefer-const": "error",
  "no-var": "error",
  eqeqeq: "error",
  "no-implied-eval": "error",
  "no-param-reassign": "off",
};

export default [
  js.configs.recommended,
  { rules: house },
  {
    files: ["**/content/*.js"],
    languageOptions: { sourceType: "script", globals: globals.browser },
    // Each content script is one function around everything, so that nothing leaks into its neighbours.
    rules: { "max-lines-per-function": "off" },
  },
  { files: ["**/extension/**/*.js"], ignores: ["**/content/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["**/*.mjs"], languageOptions: { globals: globals.node } },
];
