// @ts-check
/** Content scripts' way to the browser and the background. Content scripts are classic: each adds to `wonmun`. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  const api = globalThis.browser ?? globalThis.chrome;

  wonmun.runtime = api.runtime;

  /**
   * A word of the interface, in the browser's language.
   * @param {string} key
   * @param {...(string | number)} parts
   */
  wonmun.word = (key, ...parts) => api.i18n.getMessage(key, parts.map(String)) || key;

  /**
   * Asks the background; a message sent while the browser stops the background can get lost, so there is a
   * time limit and one more try.
   * @param {string} name
   * @param {object} [data]
   * @param {number} [limit] milliseconds for each try
   * @returns {Promise<{value?: any, error?: string}>} never rejects
   */
  wonmun.ask = async (name, data = {}, limit = 2_000) => {
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const answer = await inTime(send({ ...data, name }), limit);
      if (answer) return answer;
    }
    return { error: "background" };
  };

  /** Tells the background something that needs no answer. */
  wonmun.tell = (name, data = {}) => void send({ ...data, name });

  /** @param {object} message @returns {Promise<any>} undefined where nobody answered */
  async function send(message) {
    try {
      return await api.runtime.sendMessage(message);
    } catch {
      return undefined; // the background died under the question, or the extension was updated
    }
  }

  /** @param {Promise<any>} promise @param {number} limit */
  function inTime(promise, limit) {
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, limit);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  }
})();
