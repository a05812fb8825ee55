using System.Text;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>What a template writes: its text, and within it that of includes and captures.</summary>
internal sealed class Output(Limits limits)
{
    private StringBuilder _current = new();

    /// <summary>Writes text.</summary>
    public void Write(SourceSpan span, string text)
    {
        limits.CountOutput(span, text.Length);
        _current.Append(text);
    }

    /// <summary>Collects what an action writes.</summary>
    public string Collect(Action write)
    {
        var outer = _current;
        _current = new StringBuilder();
        try
        {
            write();
            return _current.ToString();
        }
        finally
        {
            _current = outer;
        }
    }
}
