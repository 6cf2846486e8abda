-- Posts the bodies of a file in turn and prints the figures as JSON: BENCH_BODIES, BENCH_HEADERS (files, one a line).
local bodies, requests, at = {}, {}, 0

for line in io.lines(os.getenv("BENCH_HEADERS")) do
  local name, value = line:match("^([^:]+): (.*)$")
  wrk.headers[name] = value
end
for line in io.lines(os.getenv("BENCH_BODIES")) do
  bodies[#bodies + 1] = line
end

function init()
  for place, body in ipairs(bodies) do
    requests[place] = wrk.format("POST", nil, nil, body)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format(
    '\nFIGURES {"requests": %d, "seconds": %.6f, "p50_ms": %.4f, "p95_ms": %.4f, "failed": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, failed))
end
