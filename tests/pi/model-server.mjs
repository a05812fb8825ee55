// A model that records what it is told: chat completions as OpenAI's API streams them, on a free port of loopback.
//
// Usage: node model-server.mjs FOLDER
//
//   FOLDER/port      is written when the server is up
//   FOLDER/received  gets a line of JSON for each message of a user: {"agent": ..., "time": ..., "text": ...};
//                    the agent is the API key, the time in milliseconds since 1970
//   FOLDER/hold      while this file is there no answer ends, so that the agents are busy
import { appendFileSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const folder = process.argv[2];

// The messages that are new in a request: those behind the model's last answer.
function newMessages(messages) {
  const answered = messages.findLastIndex(message => message.role === 'assistant');
  return messages.slice(answered + 1).filter(message => message.role === 'user');
}

function textOf(message) {
  return typeof message.content === 'string' ? message.content : message.content.map(part => part.text ?? '').join('');
}

async function answer(request, response) {
  const time = Date.now();
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += chunk;
  const { messages, model } = JSON.parse(body);
  const agent = (request.headers.authorization ?? '').replace('Bearer ', '');
  for (const message of newMessages(messages)) {
    appendFileSync(`${folder}/received`, JSON.stringify({ agent, time, text: textOf(message) }) + '\n');
  }

  const say = (delta, finish_reason) => response.write(`data: ${JSON.stringify({
    id: 'answer', object: 'chat.completion.chunk', created: 0, model, choices: [{ index: 0, delta, finish_reason }],
  })}\n\n`);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  say({ role: 'assistant', content: 'Done.' }, null);
  while (existsSync(`${folder}/hold`)) await pause(20);
  say({}, 'stop');
  response.end('data: [DONE]\n\n');
}

const server = createServer(answer);
server.listen(0, '127.0.0.1', () => {
  writeFileSync(`${folder}/port.new`, `${server.address().port}`);
  renameSync(`${folder}/port.new`, `${folder}/port`);
});
