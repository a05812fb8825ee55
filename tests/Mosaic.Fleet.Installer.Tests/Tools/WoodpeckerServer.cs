using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mosaic.Fleet.Installer.Tests.Tools;

/// <summary>A server on loopback that answers as a test tells it to: HTTP/1.1, one request a connection.</summary>
internal sealed class WoodpeckerServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ServerAnswer>> _answers = new();
    private readonly Task _serving;

    /// <summary>Starts it.</summary>
    public WoodpeckerServer()
    {
        _listener.Start();
        _serving = Serve();
    }

    /// <summary>Its address.</summary>
    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The path of each request, and behind a blank its Authorization, in their order.</summary>
    public string[] Requests => [.. _requests];

    /// <summary>Answers a path, below <c>/api/</c>, so from now on; several answers are given one after another, the last for ever.</summary>
    public WoodpeckerServer At(string path, params ServerAnswer[] given)
    {
        _answers[$"/api/{path}"] = new ConcurrentQueue<ServerAnswer>(given);
        return this;
    }

    /// <summary>Answers a path with a document in JSON.</summary>
    public WoodpeckerServer At(string path, string json) => At(path, new ServerAnswer(200, json));

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _serving.Wait(TimeSpan.FromMinutes(3));
        _end.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                _ = Answer(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task Answer(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                var answer = Find(await ReadHead(stream));
                if (answer.IsSilent)
                {
                    await Task.Delay(Timeout.Infinite, _end.Token);
                }

                var body = Encoding.UTF8.GetBytes(answer.Body);
                var head = $"HTTP/1.1 {answer.Status} Word\r\nContent-Length: {body.Length + answer.Missing}\r\nConnection: close\r\n{answer.Header}\r\n";
                byte[] bytes = answer.Status == 0 ? [] : [.. Encoding.ASCII.GetBytes(head), .. body];
                await stream.WriteAsync(bytes, _end.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The test is over, or the client has gone.
        }
    }

    private ServerAnswer Find(string head)
    {
        var lines = head.Split("\r\n");
        var path = lines[0].Split(' ')[1];
        var authorization = lines.FirstOrDefault(line => line.StartsWith("Authorization: ", StringComparison.OrdinalIgnoreCase));
        _requests.Enqueue($"{path} {authorization?["Authorization: ".Length..]}".TrimEnd());
        if (!_answers.TryGetValue(path, out var queue))
        {
            return new ServerAnswer(404, "not found");
        }

        return queue.Count > 1 && queue.TryDequeue(out var next) ? next : queue.First();
    }

    private async Task<string> ReadHead(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[1024];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, _end.Token);
            head.Append(count > 0 ? Encoding.ASCII.GetString(buffer, 0, count) : throw new IOException("the client has gone"));
        }

        return head.ToString();
    }
}
