using System.Diagnostics.CodeAnalysis;
using System.Text;
using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;
using Xunit;

namespace Scriban.StandIn.Tests.StandInOnly;

[SuppressMessage("Security", "CA5394", Justification = "The templates are to be the same in every run.")]
public sealed class MutatedTemplatesEndInTextOrErrors
{
    private const int Mutations = 2_000;

    private static readonly string[] Pieces =
    [
        "{{ ", " }}", "{{- ", " ~}}", "{%{", "}%}", "if ", "else ", "end", "for x in ", "list", "name", "x", ".", "?.", "[0]", "[", "]", "(", ")",
        " | ", "string.upcase", "array.join ','", "include 'page' ", "a: 1 ", "capture y; ", "y = ", "break", "continue", "for.index", "$1", "$.a",
        "'text'", "`v`", "\"\\n\"", "1", "2.5", "-1", "null", "true", "!", "&&", "||", "==", "<", "+", "??", "#", "##", ";", ",", "\n", " ", "text", "\\", "'", "ä",
    ];

    [Fact]
    public void Whatever_the_template()
    {
        var random = new Random(20);
        var rendered = 0;
        for (var mutation = 0; mutation < Mutations; mutation++)
        {
            var template = Mutate(random);
            try
            {
                Rendering.Of(template, Variables(), new Dictionary<string, string> { ["page"] = template });
                rendered++;
            }
            catch (Exception error) when (error is ScriptRuntimeException or InvalidOperationException { Source: "Scriban.StandIn" })
            {
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"A {error.GetType()} from the template: {template}", error);
            }
        }

        rendered.ShouldBeInRange(Mutations / 50, Mutations / 2);
    }

    private static string Mutate(Random random)
    {
        var template = new StringBuilder("{{ if list.size > 1 }}{{ for x in list }}{{ name + x | string.upcase }}, {{ end }}{{ else }}{{ name }}{{ end }}");
        for (var change = random.Next(1, 6); change > 0; change--)
        {
            var place = random.Next(template.Length);
            if (random.Next(3) > 0)
            {
                template.Remove(place, Math.Min(random.Next(1, 6), template.Length - place));
            }

            if (random.Next(3) > 0)
            {
                template.Insert(Math.Min(place, template.Length), Pieces[random.Next(Pieces.Length)]);
            }
        }

        return template.ToString();
    }

    private static ScriptObject Variables() => new() { { "name", "coder0" }, { "list", new ScriptArray(new object?[] { "a", 1, null }) } };
}
